package io.goldenpath.cli;

import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.finding.FindingSummary;
import io.goldenpath.model.finding.Severity;
import io.goldenpath.model.regression.SeenRelease;
import io.goldenpath.model.run.ConcurrencySummary;
import io.goldenpath.model.run.Outcome;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.ShownUsers;
import io.goldenpath.model.time.DurationText;
import io.goldenpath.redaction.PrintableText;
import io.goldenpath.strip.PathStrip;
import io.goldenpath.strip.Station;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi;

/** Report for a terminal of 80 columns: the path strip, its stations, the findings. */
record TerminalReport(PrintWriter out, Ansi ansi) {

  private static final int WIDTH = 78;
  private static final double GAP = 2.0 / WIDTH;
  private static final int USERS = 3;

  /** A mark, and picocli's style for it and what stands beside it. */
  private record Look(char symbol, String style) {}

  void show(CheckResult checkResult) {
    Run run = checkResult.run();
    String outcome = styled(style(run.outcome()), run.outcome().label().toUpperCase(Locale.ROOT));
    String took = DurationText.of(run.duration());
    out.printf("%n%s  %s in %s  (run %s)%n", checkResult.probe().id(), outcome, took, run.id());
    if (!run.stalled().isZero()) {
      out.printf("the monitor itself stood still for %s of it%n", DurationText.of(run.stalled()));
    }
    release(run.release());
    paragraph(
        CriticalBanner.of(run).stream().map(line -> styled("reverse,bold,red", line)).toList());
    paragraph(run.loginMark().stream().toList());
    paragraph(ConcurrencySummary.of(run).map(TerminalReport::lines).orElse(List.of()));
    ShownUsers users = ShownUsers.of(run, USERS);
    boolean several = run.users().size() > 1;
    for (PathStrip strip : PathStrip.of(checkResult.probe(), run, users.shown())) {
      paragraph(several ? List.of("user " + strip.slot()) : List.of());
      strip(strip);
    }
    if (!users.rest().isEmpty()) {
      paragraph(List.of(users.rest().size() + " more users are not shown"));
    }
    FindingSummary findings = FindingSummary.of(run.findings(), FindingLines.MAX_FINDINGS);
    findings.shown().forEach(finding -> finding(finding, several));
    if (findings.more() > 0) {
      out.println();
      wrappedLines("  + ", findings.moreText(), "");
    }
    out.flush();
  }

  private void release(@Nullable SeenRelease release) {
    if (release != null) {
      String read =
          release.name() == null
              ? "release unknown: " + release.problem()
              : "release " + release.name();
      wrappedLines("", read, "");
    }
  }

  private void paragraph(List<String> lines) {
    if (!lines.isEmpty()) {
      out.println();
      lines.forEach(line -> out.println("  " + line));
    }
  }

  void summary(List<CheckResult> checked) {
    String counts =
        Stream.of(Outcome.values())
            .map(outcome -> count(checked, outcome))
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining(", "));
    out.printf("%n%d runs: %s%n", checked.size(), counts);
    out.flush();
  }

  private static List<String> lines(ConcurrencySummary users) {
    return Stream.concat(
            Stream.of(users.shares()),
            users.latencyFacts().stream()
                .map(fact -> "%-11s  %s".formatted(fact.label(), fact.value())))
        .toList();
  }

  private void strip(PathStrip strip) {
    paragraph(List.of(stripLine(strip)));
    out.println();
    Waterfall.of(strip, WIDTH)
        .forEach((station, row) -> {
          Look look = look(station.state());
          out.println(styled(look.style(), "  " + look.symbol() + " " + row));
        });
  }

  private String stripLine(PathStrip strip) {
    String[] columns = new String[WIDTH];
    Arrays.fill(columns, styled("faint", "─"));
    List<Double> positions = strip.positions(GAP);
    for (int i = 0; i < positions.size(); i++) {
      Look look = look(strip.stations().get(i).state());
      int column = (int) Math.round(positions.get(i) * (WIDTH - 1));
      columns[column] = styled(look.style(), String.valueOf(look.symbol()));
    }
    return String.join("", columns);
  }

  private void finding(Finding finding, boolean several) {
    FindingLines text = FindingLines.of(finding, several);
    Look look = look(finding.severity());
    out.println();
    wrappedLines("  " + look.symbol() + " ", text.headline(), look.style());
    text.evidence()
        .forEach((label, line) -> wrappedLines("      %-8s  ".formatted(label), line, ""));
  }

  private void wrappedLines(String first, String text, String style) {
    String margin = first;
    for (String line : PrintableText.wrapped(text, WIDTH - first.length())) {
      out.println(styled(style, margin + line));
      margin = " ".repeat(first.length());
    }
  }

  private String count(List<CheckResult> checked, Outcome outcome) {
    long count = checked.stream().filter(one -> one.run().outcome() == outcome).count();
    return count == 0 ? "" : styled(style(outcome), count + " " + outcome.label());
  }

  /** Never through picocli's markup, which a target could write as well. */
  private String styled(String style, String text) {
    if (style.isEmpty() || !ansi.enabled()) {
      return text;
    }
    Ansi.IStyle[] styles = Ansi.Style.parse(style);
    return Ansi.Style.on(styles) + text + Ansi.Style.off(styles);
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

  private static String style(Outcome outcome) {
    return switch (outcome) {
      case PASSED -> "bold,green";
      case DEGRADED -> "bold,yellow";
      case FAILED -> "bold,red";
      case BROKEN -> "bold,magenta";
    };
  }
}
