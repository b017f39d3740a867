package io.goldenpath.probe;

import java.util.List;

/**
 * A deployment under watch.
 *
 * @param name Name of the target, a label on its series.
 * @param login How its users log in.
 * @param socket Where its agents are spoken to.
 * @param users Its accounts, by slot.
 * @param dialect Name of the dialect that reads its frames.
 * @param contract Name of the contract that its runs promise.
 * @param manners What it is never asked to bear.
 */
public record Target(
    String name,
    Login login,
    TargetSocket socket,
    List<User> users,
    String dialect,
    String contract,
    Manners manners) {

  public Target {
    users = List.copyOf(users);
  }
}
