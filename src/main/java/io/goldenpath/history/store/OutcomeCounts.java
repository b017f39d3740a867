package io.goldenpath.history.store;

import io.goldenpath.model.run.Outcome;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How many runs ended in which way. */
public record OutcomeCounts(long passed, long degraded, long failed, long broken) {

  public static final OutcomeCounts NONE = new OutcomeCounts(0, 0, 0, 0);

  /**
   * What the schedule's runs came to, without those in maintenance.
   *
   * @param since When the first window with such a run began; null without any.
   */
  public record ScheduledRuns(OutcomeCounts outcomes, @Nullable Instant since) {}

  static OutcomeCounts of(Outcome outcome) {
    return switch (outcome) {
      case PASSED -> new OutcomeCounts(1, 0, 0, 0);
      case DEGRADED -> new OutcomeCounts(0, 1, 0, 0);
      case FAILED -> new OutcomeCounts(0, 0, 1, 0);
      case BROKEN -> new OutcomeCounts(0, 0, 0, 1);
    };
  }

  OutcomeCounts plus(OutcomeCounts more) {
    return new OutcomeCounts(
        passed + more.passed, degraded + more.degraded, failed + more.failed, broken + more.broken);
  }
}
