package io.goldenpath.model.target;

/**
 * The ways to a target.
 *
 * @param http How its HTTP calls go: login and errands.
 * @param socket How its socket is reached.
 */
public record TargetRoutes(Route http, Route socket) {

  /** Straight there, by either way. */
  public static final TargetRoutes DIRECT = new TargetRoutes(Route.DIRECT, Route.DIRECT);
}
