package io.goldenpath.cli;

import io.goldenpath.probe.Finding;
import io.goldenpath.probe.Outcome;
import io.goldenpath.probe.PathStrip;
import io.goldenpath.probe.Probe;
import io.goldenpath.probe.Run;
import io.goldenpath.probe.Severity;
import io.goldenpath.probe.Station;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Help.Ansi;

/** A run as the terminal shows it: the path strip to scale, its stations, the findings. */
final class Report {

  private static final int WIDTH = 78;
  private static final double GAP = 2.0 / WIDTH;

  private final PrintWriter out;
  private final Ansi ansi;

  Report(PrintWriter out, Ansi ansi) {
    this.out = out;
    this.ansi = ansi;
  }

  void show(Probe probe, Run run) {
    out.printf(
        Locale.ROOT,
        "%n%s  %s in %.2f s  (run %s)%n%n",
        probe.id(),
        styled(style(run.outcome()), run.outcome().label().toUpperCase(Locale.ROOT)),
        run.duration().toNanos() / 1e9,
        run.id());
    PathStrip.of(probe, run).forEach(this::strip);
    run.findings().forEach(this::finding);
    out.println();
    out.flush();
  }

  private void strip(PathStrip strip) {
    out.println("  " + line(strip));
    out.println();
    for (Station station : strip.stations()) {
      String row =
          String.format(
              Locale.ROOT,
              "  %s %-16s %9s",
              symbol(station.state()),
              station.label(),
              station.timing());
      out.println(styled(style(station.state()), row));
    }
    out.println();
  }

  private static String line(PathStrip strip) {
    StringBuilder line = new StringBuilder("─".repeat(WIDTH + 1));
    List<Double> positions = strip.positions(GAP);
    for (int i = 0; i < positions.size(); i++) {
      int column = (int) Math.round(positions.get(i) * WIDTH);
      line.setCharAt(column, symbol(strip.stations().get(i).state()));
    }
    return line.toString();
  }

  private void finding(Finding finding) {
    out.println(
        styled(
            finding.severity().compareTo(Severity.ERROR) >= 0 ? "bold,red" : "yellow",
            "  "
                + finding.kind().label()
                + " in "
                + finding.step().label()
                + ": "
                + finding.message()));
    out.println("    expected: " + finding.evidence().expected());
    out.println("    seen:     " + finding.evidence().seen());
    if (!finding.evidence().frames().isEmpty()) {
      out.println("    frames:   " + finding.evidence().frames());
    }
  }

  private String styled(String style, String text) {
    return style.isEmpty()
        ? text
        : ansi.text("@|" + style + " " + text.replace("|@", "|") + "|@").toString();
  }

  private static char symbol(Station.State state) {
    return switch (state) {
      case PASSED -> '●';
      case DEGRADED -> '▲';
      case FAILED -> '✗';
      case SKIPPED, WAITING -> '○';
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

  private static String style(Outcome outcome) {
    return switch (outcome) {
      case PASSED -> "bold,green";
      case DEGRADED -> "bold,yellow";
      case FAILED -> "bold,red";
      case BROKEN -> "bold,magenta";
    };
  }
}
