package io.goldenpath.model.target;

import java.util.List;

/**
 * A deployment under watch.
 *
 * @param name Name of the target, a label on its series.
 * @param access How it is reached.
 * @param users Its accounts, by slot.
 * @param dialect Name of the dialect that reads its frames.
 * @param contract Name of the contract that its runs promise.
 * @param rateLimits What it is never asked to bear.
 */
public record Target(
    String name,
    TargetAccess access,
    List<User> users,
    String dialect,
    String contract,
    RateLimits rateLimits) {

  public Target {
    users = List.copyOf(users);
  }
}
