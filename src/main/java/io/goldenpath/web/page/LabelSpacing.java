package io.goldenpath.web.page;

import io.goldenpath.strip.Station;
import java.util.ArrayList;
import java.util.List;

/** How far apart labels must stand that take turns in two rows, the lower ones hung on lines. */
final class LabelSpacing {

  /** Of a wide system font at the strip's size, in bold. */
  private static final double LETTER_WIDTH = 7.6;

  private static final double PADDING = 7;

  private LabelSpacing() {}

  /**
   * Between each station and the next, as shares of a line this many pixels long. Half of the wider
   * of two neighbours clears the line of the one and, taken twice, the next label of the same row.
   */
  static List<Double> gaps(List<Station> stations, double line) {
    List<Double> gaps = new ArrayList<>();
    for (int i = 1; i < stations.size(); i++) {
      double wider = Math.max(width(stations.get(i - 1)), width(stations.get(i)));
      gaps.add((wider / 2 + PADDING) / line);
    }
    return gaps;
  }

  private static double width(Station station) {
    return LETTER_WIDTH * Math.max(station.label().length(), station.timing().length());
  }
}
