package io.goldenpath.schedule;

import io.goldenpath.model.probe.ProbeId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Queued runs that wait for free users, in their order. Those that have started are not among them,
 * so that no start looks through all that have. Guarded by {@link RunQueue}.
 */
final class UnstartedRuns {

  private final Map<ProbeId, QueuedRun> runs = new LinkedHashMap<>();

  void add(QueuedRun run) {
    runs.put(run.info().probe(), run);
  }

  boolean contains(QueuedRun run) {
    return runs.get(run.info().probe()) == run;
  }

  /** Because it starts, or is given up. */
  void remove(QueuedRun run) {
    runs.remove(run.info().probe(), run);
  }

  /** Those of now, whatever leaves or joins them meanwhile. */
  List<QueuedRun> all() {
    return List.copyOf(runs.values());
  }

  /** Of those who wait for the same users, or one that wants many would never get them. */
  boolean isFirst(QueuedRun run) {
    return runs.values().stream()
        .filter(other -> other.scheduled().sharesUsersWith(run.scheduled()))
        .findFirst()
        .map(run::equals)
        .orElse(true);
  }
}
