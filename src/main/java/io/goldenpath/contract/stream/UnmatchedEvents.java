package io.goldenpath.contract.stream;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Events of a pair whose counterpart has not come yet, the oldest first. */
final class UnmatchedEvents {

  /** Bound of the search when an event does not give the whole key. */
  private static final int LOOKED_AT = 64;

  private final Map<Integer, TimedEvent> byFrame = new LinkedHashMap<>();
  private final Map<PairKey, Deque<TimedEvent>> byKey = new HashMap<>();
  private int incomplete;

  void put(TimedEvent event) {
    byFrame.put(event.frame(), event);
    byKey.computeIfAbsent(event.pairKey(), _ -> new ArrayDeque<>(2)).addLast(event);
    incomplete += event.pairKey().complete() ? 0 : 1;
  }

  Optional<TimedEvent> take(PairKey key) {
    Deque<TimedEvent> exact = byKey.get(key);
    Optional<TimedEvent> found =
        exact != null && !exact.isEmpty()
            ? Optional.of(exact.getFirst())
            : key.complete() && incomplete == 0
                ? Optional.empty()
                : byFrame.values().stream()
                    .limit(LOOKED_AT)
                    .filter(event -> event.pairKey().matches(key))
                    .findFirst();
    found.ifPresent(this::remove);
    return found;
  }

  Collection<TimedEvent> all() {
    return byFrame.values();
  }

  private void remove(TimedEvent event) {
    byFrame.remove(event.frame());
    Deque<TimedEvent> waiting = byKey.get(event.pairKey());
    if (waiting != null) {
      waiting.remove(event);
      if (waiting.isEmpty()) {
        byKey.remove(event.pairKey());
      }
    }
    incomplete -= event.pairKey().complete() ? 0 : 1;
  }
}
