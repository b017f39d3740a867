package io.goldenpath.cli;

import io.goldenpath.probe.PathStrip;
import io.goldenpath.probe.Station;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row for each station: its name, its time, and from when to when the user was on the way. */
final class Waterfall {

  private static final int LONGEST_NAME = 24;
  private static final int TIMING = 9;

  private final int name;
  private final int room;
  private final double end;

  private Waterfall(int name, int room, double end) {
    this.name = name;
    this.room = room;
    this.end = end;
  }

  /** Rows for lines of this width, in the order of the path. */
  static Map<Station, String> of(PathStrip strip, int width) {
    int longest = strip.stations().stream().mapToInt(on -> on.label().length()).max().orElse(0);
    int name = Math.min(longest, LONGEST_NAME);
    double end = strip.stations().stream().mapToDouble(on -> nanos(on.at(), 0)).max().orElse(0);
    Waterfall waterfall = new Waterfall(name, width - name - TIMING - 5, Math.max(1, end));
    Map<Station, String> rows = new LinkedHashMap<>();
    double from = 0;
    for (Station station : strip.stations()) {
      rows.put(station, waterfall.row(station, from));
      from = Math.max(from, nanos(station.at(), from));
    }
    return rows;
  }

  private String row(Station station, double from) {
    String label = Printable.of(station.label());
    String cut = label.length() > name ? label.substring(0, name - 1) + "…" : label;
    String head = cut + " ".repeat(name - cut.length());
    String timing = " ".repeat(Math.max(0, TIMING - station.timing().length())) + station.timing();
    return (head + " " + timing + bar(station, from)).stripTrailing();
  }

  private String bar(Station station, double from) {
    if (station.at() == null) {
      return "";
    }
    int first = Math.min(room - 1, (int) (from / end * room));
    int last = Math.clamp(Math.round(nanos(station.at(), from) / end * room), first + 1, room);
    return "  " + " ".repeat(first) + "━".repeat(last - first);
  }

  private static double nanos(@Nullable Duration at, double otherwise) {
    return at == null ? otherwise : at.toNanos();
  }
}
