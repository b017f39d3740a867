package io.goldenpath.contract.stream;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Events whose partner has not come yet, the oldest first. */
final class UnmatchedEvents {

  /** So many are looked at when an event does not say all that a pair has in common. */
  private static final int LOOKED_AT = 64;

  private final Map<Integer, TimedEvent> byFrame = new LinkedHashMap<>();
  private final Map<PairKey, Deque<TimedEvent>> byKey = new HashMap<>();
  private int incomplete;

  void put(TimedEvent timedEvent) {
    byFrame.put(timedEvent.frame(), timedEvent);
    byKey.computeIfAbsent(timedEvent.pairKey(), _ -> new ArrayDeque<>(2)).addLast(timedEvent);
    incomplete += timedEvent.pairKey().complete() ? 0 : 1;
  }

  /** Takes out the oldest that fits. */
  Optional<TimedEvent> take(PairKey key) {
    Deque<TimedEvent> exact = byKey.get(key);
    Optional<TimedEvent> found =
        exact != null && !exact.isEmpty()
            ? Optional.of(exact.getFirst())
            : key.complete() && incomplete == 0
                ? Optional.empty()
                : byFrame.values().stream()
                    .limit(LOOKED_AT)
                    .filter(timedEvent -> timedEvent.pairKey().matches(key))
                    .findFirst();
    found.ifPresent(this::remove);
    return found;
  }

  Collection<TimedEvent> all() {
    return byFrame.values();
  }

  private void remove(TimedEvent timedEvent) {
    byFrame.remove(timedEvent.frame());
    Deque<TimedEvent> waiting = byKey.get(timedEvent.pairKey());
    if (waiting != null) {
      waiting.remove(timedEvent);
      if (waiting.isEmpty()) {
        byKey.remove(timedEvent.pairKey());
      }
    }
    incomplete -= timedEvent.pairKey().complete() ? 0 : 1;
  }
}
