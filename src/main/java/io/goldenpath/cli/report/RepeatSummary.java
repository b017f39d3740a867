package io.goldenpath.cli.report;

import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.Outcome;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.time.DurationText;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What many runs of a probe have in common: how many were good, how long it took, what broke. */
record RepeatSummary(AnsiTerminal terminal) {

  void show(List<CheckResult> checked) {
    Map<Probe, List<Run>> runs =
        checked.stream()
            .collect(
                Collectors.groupingBy(
                    CheckResult::probe,
                    LinkedHashMap::new,
                    Collectors.mapping(CheckResult::run, Collectors.toList())));
    runs.forEach(this::show);
    terminal.flush();
  }

  private void show(Probe probe, List<Run> runs) {
    long good = runs.stream().filter(Run::succeeded).count();
    terminal.line("");
    terminal.line(
        "%s  %s: %s (%s %% good)"
            .formatted(
                probe.id(),
                runs.size() == 1 ? "1 run" : runs.size() + " runs",
                counts(runs),
                String.format(Locale.ROOT, "%.1f", 100.0 * good / runs.size())));
    times(RunTimes.of(probe, runs));
    findings(runs);
  }

  private String counts(List<Run> runs) {
    return Stream.of(Outcome.values())
        .map(outcome -> count(outcome, runs))
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private String count(Outcome outcome, List<Run> runs) {
    long count = runs.stream().filter(run -> run.outcome() == outcome).count();
    return count == 0
        ? ""
        : terminal.styled(AnsiTerminal.style(outcome), count + " " + outcome.label());
  }

  private void times(Map<String, List<Duration>> times) {
    if (times.isEmpty()) {
      return;
    }
    terminal.line("");
    terminal.line("  %-12s %6s %10s %10s".formatted("", "times", "p50", "p95"));
    times.forEach((name, all) -> {
      TimeSummary summary = TimeSummary.of(all);
      terminal.line(
          "  %-12s %6d %10s %10s"
              .formatted(
                  name,
                  summary.count(),
                  DurationText.millis(summary.p50()),
                  DurationText.millis(summary.p95())));
    });
  }

  /** In how many runs each occurred, the most frequent first. */
  private void findings(List<Run> runs) {
    Map<String, Long> kinds =
        runs.stream()
            .flatMap(run -> run.findings().stream().map(RepeatSummary::name).distinct())
            .collect(
                Collectors.groupingBy(name -> name, LinkedHashMap::new, Collectors.counting()));
    if (!kinds.isEmpty()) {
      terminal.line("");
      kinds.entrySet().stream()
          .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
          .forEach(
              kind -> terminal.wrapped("  %3d× ".formatted(kind.getValue()), kind.getKey(), ""));
    }
  }

  private static String name(Finding finding) {
    return "%s in %s%s"
        .formatted(
            finding.kind().label(),
            finding.step().label(),
            finding.event() == null ? "" : " (" + finding.event() + ")");
  }
}
