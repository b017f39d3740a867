package io.goldenpath.web.page;

import io.goldenpath.strip.Station;

/**
 * One station of a strip.
 *
 * @param state Its state, which chooses colour and shape.
 * @param blamed Whether it is the one that the run is judged by.
 * @param medium The same on a shorter line.
 * @param vertical Its position on a line from top to bottom.
 */
record StationView(
    String label,
    String timing,
    String state,
    boolean blamed,
    String title,
    Position wide,
    Position medium,
    Position vertical) {

  /**
   * Where a station stands on the line.
   *
   * @param from Where the station before it stands.
   * @param at Where it stands itself, to scale.
   * @param label Where its label has room.
   */
  record Position(String from, String at, String label) {}

  static StationView of(
      Station station, boolean blamed, Position wide, Position medium, Position vertical) {
    return new StationView(
        station.label(),
        timing(station),
        station.state().label(),
        blamed,
        title(station),
        wide,
        medium,
        vertical);
  }

  static String title(Station station) {
    String timing = station.timing();
    String told = station.label() + " " + station.state().label();
    return timing.isEmpty() ? told : told + ", " + timing;
  }

  private static String timing(Station station) {
    return station.state() == Station.State.SKIPPED ? "–" : station.timing();
  }
}
