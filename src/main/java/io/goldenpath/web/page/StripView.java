package io.goldenpath.web.page;

import io.goldenpath.strip.PathStrip;
import io.goldenpath.strip.Station;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A path strip, drawn three times: from left to right where there is room, with labels closer
 * together where there is less, else from top to bottom.
 *
 * @param summary The strip for those who cannot see it.
 * @param height Height of the tall drawing.
 * @param stations Its stations in order.
 */
record StripView(String summary, int height, List<StationView> stations) {

  private static final int ROW = 26;
  private static final double DOT_GAP = 0.016;

  /** Widths from which the stylesheet shows the two drawings from left to right. */
  private static final double ROOMY = 980;

  private static final double NARROW = 560;

  static StripView of(PathStrip strip) {
    List<Station> stations = strip.stations();
    int height = stations.size() * ROW;
    double run = Math.max(1, height - ROW);
    List<Double> dots = strip.positions(DOT_GAP);
    List<Double> roomy = strip.positions(LabelSpacing.gaps(stations, ROOMY));
    List<Double> narrow = strip.positions(LabelSpacing.gaps(stations, NARROW));
    List<Double> tall = strip.positions(15 / run);
    Station broken = strip.worstStation().orElse(null);
    List<StationView> views = new ArrayList<>();
    for (int i = 0; i < stations.size(); i++) {
      StationPosition vertical =
          new StationPosition(
              pixels(i == 0 ? 0 : tall.get(i - 1), run),
              pixels(tall.get(i), run),
              String.valueOf(ROW / 2 + i * ROW));
      views.add(
          StationView.of(
              stations.get(i),
              stations.get(i).equals(broken),
              horizontal(i, dots, roomy),
              horizontal(i, dots, narrow),
              vertical));
    }
    return new StripView(summary(stations), height, views);
  }

  private static StationPosition horizontal(int i, List<Double> dots, List<Double> labels) {
    return new StationPosition(
        percent(i == 0 ? 0 : dots.get(i - 1)), percent(dots.get(i)), percent(labels.get(i)));
  }

  static String percent(double share) {
    return String.format(Locale.ROOT, "%.2f%%", share * 100);
  }

  private static String pixels(double share, double run) {
    return String.valueOf(Math.round(ROW / 2.0 + share * run));
  }

  private static String summary(List<Station> stations) {
    return stations.stream().map(StationView::title).collect(Collectors.joining("; "));
  }
}
