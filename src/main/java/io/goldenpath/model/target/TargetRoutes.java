package io.goldenpath.model.target;

/** Routes to a target: {@code http} for login and hooks, {@code socket} for its WebSocket. */
public record TargetRoutes(Route http, Route socket) {

  public static final TargetRoutes DIRECT = new TargetRoutes(Route.DIRECT, Route.DIRECT);
}
