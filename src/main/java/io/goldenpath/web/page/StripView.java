package io.goldenpath.web.page;

import io.goldenpath.strip.PathStrip;
import io.goldenpath.strip.Station;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Path strip in three drawings: from left to right where there is room, with labels closer together
 * where there is less, else from top to bottom.
 *
 * @param height Height of the vertical drawing.
 */
public record StripView(int height, List<StationView> stations) {

  private static final int ROW = 26;
  private static final double DOT_GAP = 0.016;
  private static final double LABEL_PADDING = 7;

  /** Of a wide system font at the strip's size, in bold. */
  private static final double LETTER_WIDTH = 7.6;

  /** Widths from which the stylesheet shows the two drawings from left to right. */
  private static final double WIDE = 980;

  private static final double MEDIUM = 560;

  /**
   * Station on the three drawings.
   *
   * @param blamed Whether it is the one that the run is judged by.
   */
  public record StationView(
      Station on, boolean blamed, Position wide, Position medium, Position vertical) {

    public String title() {
      if (on.state() == Station.State.REUSED) {
        return on.label() + " " + on.timing();
      }
      String told = on.label() + " " + on.state().label();
      return on.timing().isEmpty() ? told : told + ", " + on.timing();
    }

    public String timing() {
      return on.state() == Station.State.SKIPPED ? "–" : on.timing();
    }
  }

  /** Positions of the station before, of this one to scale, and of its label where it has room. */
  public record Position(String from, String at, String label) {}

  public static StripView of(PathStrip strip) {
    List<Station> stations = strip.stations();
    int height = stations.size() * ROW;
    double run = Math.max(1, height - ROW);
    List<Double> dots = strip.positions(DOT_GAP);
    List<Double> wide = strip.positions(labelGaps(stations, WIDE));
    List<Double> medium = strip.positions(labelGaps(stations, MEDIUM));
    List<Double> downwards = strip.positions(15 / run);
    Station broken = strip.worstStation().orElse(null);
    List<StationView> views = new ArrayList<>();
    for (int i = 0; i < stations.size(); i++) {
      String from = pixels(i == 0 ? 0 : downwards.get(i - 1), run);
      String label = String.valueOf(ROW / 2 + i * ROW);
      Position vertical = new Position(from, pixels(downwards.get(i), run), label);
      Station on = stations.get(i);
      views.add(
          new StationView(
              on, on.equals(broken), across(i, dots, wide), across(i, dots, medium), vertical));
    }
    return new StripView(height, views);
  }

  /** Text for screen readers. */
  public String summary() {
    return stations.stream().map(StationView::title).collect(Collectors.joining("; "));
  }

  private static Position across(int i, List<Double> dots, List<Double> labels) {
    return new Position(
        percent(i == 0 ? 0 : dots.get(i - 1)), percent(dots.get(i)), percent(labels.get(i)));
  }

  public static String percent(double share) {
    return String.format(Locale.ROOT, "%.2f%%", share * 100);
  }

  private static String pixels(double share, double run) {
    return String.valueOf(Math.round(ROW / 2.0 + share * run));
  }

  /**
   * Gaps between labels that take turns in two rows, as shares of a line this many pixels long.
   * Half of the wider of two neighbours clears the line of the one and, taken twice, the next label
   * of the same row.
   */
  private static List<Double> labelGaps(List<Station> stations, double line) {
    return IntStream.range(1, stations.size())
        .mapToDouble(i -> Math.max(labelWidth(stations.get(i - 1)), labelWidth(stations.get(i))))
        .mapToObj(wider -> (wider / 2 + LABEL_PADDING) / line)
        .toList();
  }

  private static double labelWidth(Station station) {
    return LETTER_WIDTH * Math.max(station.label().length(), station.timing().length());
  }
}
