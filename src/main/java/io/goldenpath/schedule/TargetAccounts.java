package io.goldenpath.schedule;

import io.goldenpath.model.target.AccountKey;
import io.goldenpath.model.target.Target;
import io.goldenpath.model.target.User;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Users of a target, whose accounts they are, and how many sessions each account may have. */
record TargetAccounts(
    List<User> users, Map<Integer, AccountKey> keys, Map<AccountKey, Integer> sessions) {

  static TargetAccounts of(Target target) {
    Map<Integer, AccountKey> keys = new HashMap<>();
    Map<AccountKey, Integer> sessions = new HashMap<>();
    for (User user : target.users()) {
      AccountKey key = AccountKey.of(target, user);
      keys.put(user.slot(), key);
      sessions.merge(key, 1, Integer::sum);
    }
    return new TargetAccounts(target.users(), keys, sessions);
  }

  boolean isFree(User user, AccountLeases leases) {
    AccountKey key = key(user);
    return leases.isFree(key, sessions.getOrDefault(key, 1));
  }

  void lease(User user, AccountLeases leases) {
    AccountKey key = key(user);
    leases.add(key, sessions.getOrDefault(key, 1));
  }

  void release(User user, AccountLeases leases) {
    AccountKey key = key(user);
    leases.remove(key, sessions.getOrDefault(key, 1));
  }

  boolean sharesOneWith(TargetAccounts other) {
    return !Collections.disjoint(sessions.keySet(), other.sessions.keySet());
  }

  private AccountKey key(User user) {
    return Objects.requireNonNull(keys.get(user.slot()));
  }
}
