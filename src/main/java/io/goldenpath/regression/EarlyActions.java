package io.goldenpath.regression;

import io.goldenpath.model.probe.ProbeId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What happened to each probe before that which was kept of it has been read, to be done again
 * then. Of a store that stays away the last are remembered.
 */
final class EarlyActions {

  private static final int MAX = 50;

  private final Map<ProbeId, Deque<Consumer<ProbeRegressions>>> actions = new HashMap<>();
  private boolean over;

  void add(ProbeId probe, Consumer<ProbeRegressions> action) {
    if (!over) {
      Deque<Consumer<ProbeRegressions>> known =
          actions.computeIfAbsent(probe, _ -> new ArrayDeque<>());
      known.addLast(action);
      if (known.size() > MAX) {
        known.removeFirst();
      }
    }
  }

  void repeat(ProbeId id, ProbeRegressions probe) {
    actions.getOrDefault(id, new ArrayDeque<>()).forEach(action -> action.accept(probe));
  }

  /** All that was kept has been read. */
  void end() {
    over = true;
    actions.clear();
  }
}
