package io.goldenpath.schedule;

import io.goldenpath.model.probe.ProbeId;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Due runs whose time fell into a confirmation of their probe: each comes right after it. Guarded
 * by {@link RunQueue}.
 */
final class FollowingRuns {

  private final Map<ProbeId, DueRun> runs = new HashMap<>();

  private record DueRun(ScheduledProbe scheduled, long due) {}

  /** False where one follows already. */
  boolean add(ScheduledProbe scheduled, long due) {
    return runs.putIfAbsent(scheduled.id(), new DueRun(scheduled, due)) == null;
  }

  /** Empty too where the confirmation took so long that it stands in for the due run. */
  Optional<ScheduledProbe> take(ProbeId probe, long now) {
    return Optional.ofNullable(runs.remove(probe))
        .filter(run -> now - run.due() <= half(run.scheduled()).toNanos())
        .map(DueRun::scheduled);
  }

  void reassign(Map<ProbeId, ScheduledProbe> scheduledProbes) {
    runs.keySet().retainAll(scheduledProbes.keySet());
    runs.replaceAll((probe, run) ->
        new DueRun(scheduledProbes.getOrDefault(probe, run.scheduled()), run.due()));
  }

  private static Duration half(ScheduledProbe scheduled) {
    return scheduled.probe().cadence().period().orElse(Duration.ZERO).dividedBy(2);
  }
}
