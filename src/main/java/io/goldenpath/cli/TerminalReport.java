package io.goldenpath.cli;

import io.goldenpath.model.finding.Evidence;
import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.finding.FindingSummary;
import io.goldenpath.model.finding.Severity;
import io.goldenpath.model.run.ConcurrencySummary;
import io.goldenpath.model.run.Outcome;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.ShownUsers;
import io.goldenpath.strip.PathStrip;
import io.goldenpath.strip.Station;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Help.Ansi;

/** Runs as the terminal shows them, in 80 columns: the path strip, its stations, the findings. */
final class TerminalReport {

  private static final int WIDTH = 78;
  private static final double GAP = 2.0 / WIDTH;
  private static final int USERS = 3;
  private static final int FINDINGS = 20;

  private final PrintWriter out;
  private final Ansi ansi;

  TerminalReport(PrintWriter out, Ansi ansi) {
    this.out = out;
    this.ansi = ansi;
  }

  void show(CheckResult checkResult) {
    Run run = checkResult.run();
    out.printf(
        Locale.ROOT,
        "%n%s  %s in %.2f s  (run %s)%n",
        checkResult.probe().id(),
        styled(style(run.outcome()), word(run.outcome())),
        run.duration().toNanos() / 1e9,
        run.id());
    criticalBanner(run);
    ShownUsers shownUsers = ShownUsers.of(run, USERS);
    ConcurrencySummary.of(run)
        .ifPresent(concurrency -> {
          out.println();
          new ConcurrencyReport(concurrency).lines().forEach(line -> out.println("  " + line));
        });
    for (PathStrip strip : PathStrip.of(checkResult.probe(), run, shownUsers.shown())) {
      out.println();
      if (run.users().size() > 1) {
        out.printf("  user %d%n%n", strip.slot());
      }
      strip(strip);
    }
    if (!shownUsers.rest().isEmpty()) {
      out.printf("%n  %d more users are not shown%n", shownUsers.rest().size());
    }
    FindingSummary findings = FindingSummary.of(run.findings(), FINDINGS);
    findings.shown().forEach(finding -> finding(finding, run.users().size() > 1));
    if (findings.more() > 0) {
      out.println();
      wrappedLines("  + ", "besides these " + findings.rest(), "");
    }
    out.flush();
  }

  private void criticalBanner(Run run) {
    List<String> banners = CriticalBanner.of(run);
    if (!banners.isEmpty()) {
      out.println();
      banners.forEach(banner -> out.println("  " + styled("reverse,bold,red", banner)));
    }
  }

  /** How several runs ended together. */
  void summary(List<CheckResult> checked) {
    String counts =
        Stream.of(Outcome.values())
            .map(outcome -> count(checked, outcome))
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining(", "));
    out.printf("%n%d runs: %s%n", checked.size(), counts);
    out.flush();
  }

  private void strip(PathStrip strip) {
    out.println("  " + stripLine(strip));
    out.println();
    Waterfall.of(strip, WIDTH)
        .forEach((station, row) ->
            out.println(
                styled(style(station.state()), "  " + symbol(station.state()) + " " + row)));
  }

  private String stripLine(PathStrip strip) {
    String[] columns = new String[WIDTH];
    Arrays.fill(columns, styled("faint", "─"));
    List<Double> positions = strip.positions(GAP);
    for (int i = 0; i < positions.size(); i++) {
      Station.State state = strip.stations().get(i).state();
      int column = (int) Math.round(positions.get(i) * (WIDTH - 1));
      columns[column] = styled(style(state), String.valueOf(symbol(state)));
    }
    return String.join("", columns);
  }

  private void finding(Finding finding, boolean several) {
    String where = finding.step().label() + (several ? ", user " + finding.slot() : "");
    String head = "%s in %s: %s".formatted(finding.kind().label(), where, finding.message());
    out.println();
    wrappedLines("  " + symbol(finding.severity()) + " ", head, style(finding.severity()));
    wrappedLines("      expected  ", finding.evidence().expected(), "");
    if (!finding.evidence().seen().equals(finding.message())) {
      wrappedLines("      seen      ", finding.evidence().seen(), "");
    }
    frames("frames", finding.evidence().frames());
    Evidence.OtherUser otherUser = finding.evidence().otherUser();
    if (otherUser != null) {
      frames("of user " + otherUser.slot() + ", frames", otherUser.frames());
    }
  }

  private void frames(String whose, List<Integer> frames) {
    if (!frames.isEmpty()) {
      String numbers = frames.stream().map(String::valueOf).collect(Collectors.joining(", "));
      wrappedLines("      %-8s  ".formatted(whose), numbers, "");
    }
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

  private static String word(Outcome outcome) {
    return outcome.label().toUpperCase(Locale.ROOT);
  }

  private static char symbol(Station.State state) {
    return switch (state) {
      case PASSED -> '●';
      case DEGRADED -> '▲';
      case FAILED -> '✗';
      case SKIPPED, WAITING -> '○';
    };
  }

  private static char symbol(Severity severity) {
    return switch (severity) {
      case CRITICAL, ERROR -> '✗';
      case WARNING -> '▲';
      case INFO -> '·';
    };
  }

  private static String style(Station.State state) {
    return switch (state) {
      case PASSED -> "";
      case DEGRADED -> "yellow";
      case FAILED -> "red";
      case SKIPPED, WAITING -> "faint";
    };
  }

  private static String style(Severity severity) {
    return switch (severity) {
      case CRITICAL, ERROR -> "bold,red";
      case WARNING -> "yellow";
      case INFO -> "faint";
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
