package io.goldenpath.cli.report;

import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.finding.FindingSummary;
import io.goldenpath.model.finding.Severity;
import io.goldenpath.model.regression.SeenRelease;
import io.goldenpath.model.run.ConcurrencySummary;
import io.goldenpath.model.run.Outcome;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.ShownUsers;
import io.goldenpath.model.time.DurationText;
import io.goldenpath.strip.PathStrip;
import io.goldenpath.strip.Station;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Report for a terminal of 80 columns: the path strip, its stations, the findings. */
public record TerminalReport(AnsiTerminal terminal) {

  private static final int WIDTH = AnsiTerminal.WIDTH;
  private static final double GAP = 2.0 / WIDTH;
  private static final int USERS = 3;

  /** A mark, and picocli's style for it and what stands beside it. */
  private record Look(char symbol, String style) {}

  /** In one line, and one for its worst finding. */
  void showBriefly(CheckResult checkResult) {
    Run run = checkResult.run();
    terminal.line(headline(checkResult));
    Finding.heaviest(run.findings().stream())
        .ifPresent(worst ->
            terminal.wrapped(
                "  " + look(worst.severity()).symbol() + " ",
                worst.headline(run.users().size() > 1),
                look(worst.severity()).style()));
    terminal.flush();
  }

  private String headline(CheckResult checkResult) {
    Run run = checkResult.run();
    return "%s  %s in %s  (run %s)"
        .formatted(
            checkResult.probe().id(),
            terminal.outcome(run.outcome()),
            DurationText.of(run.duration()),
            run.id());
  }

  public void show(CheckResult checkResult) {
    Run run = checkResult.run();
    terminal.line("");
    terminal.line(headline(checkResult));
    if (!run.stalled().isZero()) {
      terminal
          .out()
          .printf("the monitor itself stood still for %s of it%n", DurationText.of(run.stalled()));
    }
    release(run.release());
    terminal.paragraph(
        CriticalBanner.of(run).stream()
            .map(line -> terminal.styled("reverse,bold,red", line))
            .toList());
    terminal.paragraph(run.loginMark().stream().toList());
    terminal.paragraph(ConcurrencySummary.of(run).map(TerminalReport::lines).orElse(List.of()));
    ShownUsers users = ShownUsers.of(run, USERS);
    boolean several = run.users().size() > 1;
    for (PathStrip strip : PathStrip.of(checkResult.probe(), run, users.shown())) {
      terminal.paragraph(several ? List.of("user " + strip.slot()) : List.of());
      strip(strip);
    }
    if (!users.rest().isEmpty()) {
      terminal.paragraph(List.of(users.rest().size() + " more users are not shown"));
    }
    FindingSummary findings = FindingSummary.of(run.findings(), FindingLines.MAX_FINDINGS);
    findings.shown().forEach(finding -> finding(finding, several));
    if (findings.more() > 0) {
      terminal.line("");
      terminal.wrapped("  + ", findings.moreText(), "");
    }
    terminal.flush();
  }

  private void release(@Nullable SeenRelease release) {
    if (release != null) {
      String read =
          release.name() == null
              ? "release unknown: " + release.problem()
              : "release " + release.name();
      terminal.wrapped("", read, "");
    }
  }

  public void summary(List<CheckResult> checked) {
    String counts =
        Stream.of(Outcome.values())
            .map(outcome -> count(checked, outcome))
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining(", "));
    terminal.out().printf("%n%d runs: %s%n", checked.size(), counts);
    terminal.flush();
  }

  private static List<String> lines(ConcurrencySummary users) {
    return Stream.concat(
            Stream.of(users.shares()),
            users.latencyFacts().stream()
                .map(fact -> "%-11s  %s".formatted(fact.label(), fact.value())))
        .toList();
  }

  private void strip(PathStrip strip) {
    terminal.paragraph(List.of(stripLine(strip)));
    terminal.line("");
    Waterfall.of(strip, WIDTH)
        .forEach((station, row) -> {
          Look look = look(station.state());
          terminal.line(terminal.styled(look.style(), "  " + look.symbol() + " " + row));
        });
  }

  private String stripLine(PathStrip strip) {
    String[] columns = new String[WIDTH];
    Arrays.fill(columns, terminal.styled("faint", "─"));
    List<Double> positions = strip.positions(GAP);
    for (int i = 0; i < positions.size(); i++) {
      Look look = look(strip.stations().get(i).state());
      int column = (int) Math.round(positions.get(i) * (WIDTH - 1));
      columns[column] = terminal.styled(look.style(), String.valueOf(look.symbol()));
    }
    return String.join("", columns);
  }

  private void finding(Finding finding, boolean several) {
    FindingLines text = FindingLines.of(finding, several);
    Look look = look(finding.severity());
    terminal.line("");
    terminal.wrapped("  " + look.symbol() + " ", text.headline(), look.style());
    text.evidence()
        .forEach((label, line) -> terminal.wrapped("      %-8s  ".formatted(label), line, ""));
  }

  private String count(List<CheckResult> checked, Outcome outcome) {
    long count = checked.stream().filter(one -> one.run().outcome() == outcome).count();
    return count == 0
        ? ""
        : terminal.styled(AnsiTerminal.style(outcome), count + " " + outcome.label());
  }

  private static Look look(Station.State state) {
    return switch (state) {
      case PASSED -> new Look('●', "");
      case DEGRADED -> new Look('▲', "yellow");
      case FAILED -> new Look('✗', "red");
      case REUSED -> new Look('○', "");
      case SKIPPED, WAITING -> new Look('○', "faint");
    };
  }

  private static Look look(Severity severity) {
    return switch (severity) {
      case CRITICAL, ERROR -> new Look('✗', "bold,red");
      case WARNING -> new Look('▲', "yellow");
      case INFO -> new Look('·', "faint");
    };
  }
}
