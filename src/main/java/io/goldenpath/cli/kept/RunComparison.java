package io.goldenpath.cli.kept;

import io.goldenpath.cli.report.AnsiTerminal;
import io.goldenpath.cli.report.RunTimes;
import io.goldenpath.cli.report.TimeSummary;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.time.DurationText;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is different in runs of now from a kept one of the same probe. */
public record RunComparison(FetchedRun then, AnsiTerminal terminal) {

  /** Of several runs their medians count, and the findings of all. */
  public void show(Probe probe, List<Run> now) {
    terminal.line("");
    terminal.line(
        "%s compared with run %s of %s, which %s"
            .formatted(
                probe.id(),
                then.id(),
                then.startedAt(),
                then.outcome().isEmpty() ? "still runs" : then.outcome()));
    times(then.times(), RunTimes.of(probe, now));
    findings(now);
    terminal.flush();
  }

  private void times(Map<String, List<Duration>> before, Map<String, List<Duration>> after) {
    Set<String> names = new LinkedHashSet<>(after.keySet());
    names.addAll(before.keySet());
    terminal.line("");
    terminal.line("  %-12s %10s %10s %12s".formatted("", "then", "now", "difference"));
    names.forEach(name -> times(name, before.get(name), after.get(name)));
  }

  private void times(String name, @Nullable List<Duration> before, @Nullable List<Duration> after) {
    String difference =
        before == null || after == null ? "" : signed(median(after).minus(median(before)));
    terminal.line(
        "  %-12s %10s %10s %12s"
            .formatted(name, text(before), text(after), difference)
            .stripTrailing());
  }

  private static String text(@Nullable List<Duration> times) {
    return times == null ? "–" : DurationText.millis(median(times));
  }

  private static Duration median(List<Duration> times) {
    return TimeSummary.of(times).p50();
  }

  private static String signed(Duration difference) {
    return (difference.isNegative() ? "−" : "+") + DurationText.millis(difference.abs());
  }

  private void findings(List<Run> now) {
    Set<String> before =
        then.findings()
            .map(FetchedRun::findingName)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    Set<String> after =
        now.stream()
            .flatMap(run -> run.findings().stream())
            .map(finding -> finding.kind().label() + " in " + finding.step().label())
            .collect(Collectors.toCollection(LinkedHashSet::new));
    terminal.paragraph(
        after.stream()
            .filter(name -> !before.contains(name))
            .map(name -> "new   " + name)
            .toList());
    terminal.paragraph(
        before.stream()
            .filter(name -> !after.contains(name))
            .map(name -> "gone  " + name)
            .toList());
  }
}
