package io.goldenpath.slo;

import io.goldenpath.history.store.OutcomeCounts;
import io.goldenpath.model.probe.ServiceLevelObjective;
import io.goldenpath.model.probe.ServiceLevelObjective.GoodRuns;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.Trigger;

/** Runs that count for an objective. */
public record RunCounts(long good, long bad) {

  static final RunCounts NONE = new RunCounts(0, 0);

  static RunCounts of(OutcomeCounts scheduled, GoodRuns good) {
    return good == GoodRuns.PASSED
        ? new RunCounts(scheduled.passed(), scheduled.degraded() + scheduled.failed())
        : new RunCounts(scheduled.passed() + scheduled.degraded(), scheduled.failed());
  }

  /** Whether the run counts: it was scheduled, outside of maintenance, and is not broken. */
  public static boolean counts(Run run) {
    return run.info().trigger() == Trigger.SCHEDULE && run.maintenance() == null && run.valid();
  }

  /** Whether a run that counts is a good one. */
  public static boolean isGood(Run run, ServiceLevelObjective objective) {
    return switch (run.outcome()) {
      case PASSED -> true;
      case DEGRADED -> objective.good() == GoodRuns.NOT_FAILED;
      case FAILED, BROKEN -> false;
    };
  }

  public long total() {
    return good + bad;
  }

  /** How much faster than it may the budget is spent; 0 where nothing ran. */
  double burn(ServiceLevelObjective objective) {
    return total() == 0 ? 0 : (double) bad / total() / objective.allowedErrors();
  }
}
