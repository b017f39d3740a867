package io.goldenpath.contract.stream;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Events of a pair whose counterpart has not come yet, the oldest first. */
final class UnmatchedEvents {

  /** Bound of the search when an event does not give the whole key. */
  private static final int LOOKED_AT = 64;

  private final Map<Integer, UnmatchedEvent> inOrder = new LinkedHashMap<>();
  private final Map<PairKey, Deque<Integer>> byKey = new HashMap<>();
  private int incomplete;
  private int next;

  void put(UnmatchedEvent event) {
    inOrder.put(next, event);
    byKey.computeIfAbsent(event.key(), _ -> new ArrayDeque<>(2)).addLast(next);
    incomplete += event.key().complete() ? 0 : 1;
    next++;
  }

  Optional<UnmatchedEvent> take(PairKey key) {
    Deque<Integer> exact = byKey.get(key);
    Optional<Integer> found =
        exact != null && !exact.isEmpty()
            ? Optional.of(exact.getFirst())
            : key.complete() && incomplete == 0
                ? Optional.empty()
                : inOrder.entrySet().stream()
                    .limit(LOOKED_AT)
                    .filter(event -> event.getValue().key().matches(key))
                    .map(Map.Entry::getKey)
                    .findFirst();
    return found.map(this::remove);
  }

  Collection<UnmatchedEvent> all() {
    return inOrder.values();
  }

  private @Nullable UnmatchedEvent remove(int number) {
    UnmatchedEvent event = inOrder.remove(number);
    if (event != null) {
      incomplete -= event.key().complete() ? 0 : 1;
      Deque<Integer> waiting = byKey.getOrDefault(event.key(), new ArrayDeque<>());
      waiting.remove(number);
      if (waiting.isEmpty()) {
        byKey.remove(event.key());
      }
    }
    return event;
  }
}
