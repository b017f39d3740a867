package io.goldenpath.schedule;

import io.goldenpath.model.target.AccountKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Accounts that are in use, of all targets: targets that share one share its sessions. Guarded by
 * {@link RunQueue}.
 */
final class AccountLeases {

  /** For each lease of an account, how many sessions its target grants that account. */
  private final Map<AccountKey, List<Integer>> leases = new HashMap<>();

  /** Whether another lease keeps within what each target that holds one grants. */
  boolean isFree(AccountKey account, int sessions) {
    List<Integer> held = leases.getOrDefault(account, List.of());
    int least = held.stream().mapToInt(Integer::intValue).reduce(sessions, Math::min);
    return held.size() < least;
  }

  void add(AccountKey account, int sessions) {
    leases.computeIfAbsent(account, _ -> new ArrayList<>()).add(sessions);
  }

  void remove(AccountKey account, int sessions) {
    List<Integer> held = leases.getOrDefault(account, new ArrayList<>());
    held.remove(Integer.valueOf(sessions));
    if (held.isEmpty()) {
      leases.remove(account);
    }
  }
}
