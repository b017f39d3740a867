package io.goldenpath.model.target;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A deployment under watch.
 *
 * @param name Name of the target, a label on its series.
 * @param dialect Name of the dialect that reads its frames.
 * @param contract Name of the contract that its runs promise.
 * @param labels What else is known of it, such as whose it is, by label.
 */
public record Target(
    String name,
    TargetAccess access,
    List<User> users,
    String dialect,
    String contract,
    RateLimits rateLimits,
    SortedMap<String, String> labels) {

  /** Of which nothing else is known. */
  public Target(
      String name,
      TargetAccess access,
      List<User> users,
      String dialect,
      String contract,
      RateLimits rateLimits) {
    this(name, access, users, dialect, contract, rateLimits, Collections.emptySortedMap());
  }

  public Target {
    users = List.copyOf(users);
    labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
  }
}
