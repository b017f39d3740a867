package io.goldenpath.web.page;

import io.goldenpath.strip.Station;

/**
 * One station of a strip.
 *
 * @param label Its name.
 * @param timing What stands beneath.
 * @param state Its state, which chooses colour and shape.
 * @param blamed Whether it is the one that the run is judged by.
 * @param title What a pointer that rests on it is told.
 * @param roomy Its spot on a line from left to right.
 * @param narrow The same on a shorter line.
 * @param tall Its spot on a line from top to bottom.
 */
record StationView(
    String label,
    String timing,
    String state,
    boolean blamed,
    String title,
    StationPosition roomy,
    StationPosition narrow,
    StationPosition tall) {

  static StationView of(
      Station station,
      boolean blamed,
      StationPosition roomy,
      StationPosition narrow,
      StationPosition tall) {
    return new StationView(
        station.label(),
        timing(station),
        station.state().label(),
        blamed,
        title(station),
        roomy,
        narrow,
        tall);
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
