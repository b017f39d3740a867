package io.goldenpath.contract;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Events whose partner has not come yet, the oldest first. */
final class Waiting {

  /** So many are looked at when an event does not say all that a pair has in common. */
  private static final int LOOKED_AT = 64;

  private final Map<Integer, Seen> byFrame = new LinkedHashMap<>();
  private final Map<PairKey, Deque<Seen>> byKey = new HashMap<>();
  private int incomplete;

  void put(Seen seen) {
    byFrame.put(seen.frame(), seen);
    byKey.computeIfAbsent(seen.key(), _ -> new ArrayDeque<>(2)).addLast(seen);
    incomplete += seen.key().complete() ? 0 : 1;
  }

  /** Takes out the oldest that fits. */
  Optional<Seen> take(PairKey key) {
    Deque<Seen> exact = byKey.get(key);
    Optional<Seen> found =
        exact != null && !exact.isEmpty()
            ? Optional.of(exact.getFirst())
            : key.complete() && incomplete == 0
                ? Optional.empty()
                : byFrame.values().stream()
                    .limit(LOOKED_AT)
                    .filter(seen -> seen.key().fits(key))
                    .findFirst();
    found.ifPresent(this::remove);
    return found;
  }

  Collection<Seen> all() {
    return byFrame.values();
  }

  private void remove(Seen seen) {
    byFrame.remove(seen.frame());
    Deque<Seen> waiting = byKey.get(seen.key());
    if (waiting != null) {
      waiting.remove(seen);
      if (waiting.isEmpty()) {
        byKey.remove(seen.key());
      }
    }
    incomplete -= seen.key().complete() ? 0 : 1;
  }
}
