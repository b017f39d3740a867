package io.goldenpath.model.target;

/** How a target is reached. */
public record TargetAccess(Login login, RunHooks hooks, TargetSocket socket, TargetRoutes routes) {

  public TargetAccess(Login login, RunHooks runHooks, TargetSocket socket) {
    this(login, runHooks, socket, TargetRoutes.DIRECT);
  }
}
