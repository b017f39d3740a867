package io.goldenpath.cli.report;

import io.goldenpath.redaction.PrintableText;
import io.goldenpath.strip.PathStrip;
import io.goldenpath.strip.Station;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Waterfall chart: a row per station with name, time and bar; widths are in columns. */
record Waterfall(int nameWidth, int barWidth, double endNanos) {

  private static final int LONGEST_NAME = 24;
  private static final int TIMING_WIDTH = 9;

  static Map<Station, String> of(PathStrip strip, int width) {
    int longest = strip.stations().stream().mapToInt(on -> on.label().length()).max().orElse(0);
    int name = Math.min(longest, LONGEST_NAME);
    double end = strip.stations().stream().mapToDouble(on -> nanos(on.at(), 0)).max().orElse(0);
    Waterfall waterfall = new Waterfall(name, width - name - TIMING_WIDTH - 5, Math.max(1, end));
    Map<Station, String> rows = new LinkedHashMap<>();
    double from = 0;
    for (Station station : strip.stations()) {
      rows.put(station, waterfall.row(station, from));
      from = Math.max(from, nanos(station.at(), from));
    }
    return rows;
  }

  private String row(Station station, double from) {
    String label = PrintableText.of(station.label());
    String cut = label.length() > nameWidth ? label.substring(0, nameWidth - 1) + "…" : label;
    String head = cut + " ".repeat(nameWidth - cut.length());
    String timing =
        " ".repeat(Math.max(0, TIMING_WIDTH - station.timing().length())) + station.timing();
    return (head + " " + timing + bar(station, from)).stripTrailing();
  }

  private String bar(Station station, double from) {
    if (station.at() == null) {
      return "";
    }
    int first = Math.min(barWidth - 1, (int) (from / endNanos * barWidth));
    int last =
        Math.clamp(
            Math.round(nanos(station.at(), from) / endNanos * barWidth), first + 1, barWidth);
    return "  " + " ".repeat(first) + "━".repeat(last - first);
  }

  private static double nanos(@Nullable Duration at, double otherwise) {
    return at == null ? otherwise : at.toNanos();
  }
}
