package io.goldenpath.probe;

/**
 * The ways to a target.
 *
 * @param calls How its HTTP calls go: login and errands.
 * @param socket How its socket is reached.
 */
public record Routes(Route calls, Route socket) {

  /** Straight there, by either way. */
  public static final Routes DIRECT = new Routes(Route.DIRECT, Route.DIRECT);
}
