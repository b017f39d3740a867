package io.goldenpath.web.page;

import io.goldenpath.strip.Station;

/**
 * Station on the three drawings of a strip.
 *
 * @param state Chooses colour and shape.
 * @param blamed Whether it is the one that the run is judged by.
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

  /** Positions of the station before, of this one to scale, and of its label where it has room. */
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
