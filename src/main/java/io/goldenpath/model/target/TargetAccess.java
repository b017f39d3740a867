package io.goldenpath.model.target;

import org.jspecify.annotations.Nullable;

/**
 * How a target is reached; {@code httpRoute} leads to login, hooks and release, the other to the
 * socket.
 *
 * @param release What tells its release; null where nothing does.
 */
public record TargetAccess(
    Login login,
    RunHooks hooks,
    TargetSocket socket,
    Route httpRoute,
    Route socketRoute,
    @Nullable ReleaseSource release) {

  /** Of a target that does not tell its release. */
  public TargetAccess(
      Login login, RunHooks hooks, TargetSocket socket, Route httpRoute, Route socketRoute) {
    this(login, hooks, socket, httpRoute, socketRoute, null);
  }
}
