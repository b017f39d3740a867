package io.goldenpath.model.target;

/** How a target is reached; {@code httpRoute} leads to login and hooks, the other to the socket. */
public record TargetAccess(
    Login login, RunHooks hooks, TargetSocket socket, Route httpRoute, Route socketRoute) {}
