package io.goldenpath.model.target;

/**
 * How a target is reached.
 *
 * @param login How its users log in.
 * @param hooks What is called around each run.
 * @param socket Where its agents are spoken to.
 * @param routes Which ways lead there.
 */
public record TargetAccess(Login login, RunHooks hooks, TargetSocket socket, TargetRoutes routes) {

  /** Reached straight. */
  public TargetAccess(Login login, RunHooks runHooks, TargetSocket socket) {
    this(login, runHooks, socket, TargetRoutes.DIRECT);
  }
}
