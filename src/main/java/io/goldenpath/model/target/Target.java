package io.goldenpath.model.target;

import java.util.List;

/**
 * A deployment under watch.
 *
 * @param name Name of the target, a label on its series.
 * @param dialect Name of the dialect that reads its frames.
 * @param contract Name of the contract that its runs promise.
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
