package io.goldenpath.probe;

/**
 * How a target is reached.
 *
 * @param login How its users log in.
 * @param errands What is called around each run.
 * @param socket Where its agents are spoken to.
 * @param routes Which ways lead there.
 */
public record Access(Login login, Errands errands, TargetSocket socket, Routes routes) {

  /** Reached straight. */
  public Access(Login login, Errands errands, TargetSocket socket) {
    this(login, errands, socket, Routes.DIRECT);
  }
}
