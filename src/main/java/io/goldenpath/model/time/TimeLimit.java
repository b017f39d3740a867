package io.goldenpath.model.time;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How long something may take.
 *
 * @param degraded Later than this is a warning; null where only failure is limited.
 * @param failed Later than this is a failure.
 */
public record TimeLimit(@Nullable Duration degraded, Duration failed) {

  public TimeLimit {
    if (failed.isNegative() || failed.isZero()) {
      throw new IllegalArgumentException("a limit must be longer than zero, but is " + failed);
    }
    if (degraded != null && degraded.compareTo(failed) >= 0) {
      throw new IllegalArgumentException(
          "degraded must be shorter than failed, but is " + degraded + " of " + failed);
    }
  }

  public static TimeLimit of(Duration failed) {
    return new TimeLimit(null, failed);
  }

  /** The moment from which on a wait that began then was slow; empty where it was not. */
  public Optional<Deadline> slow(long from, long to, Stalls stalls) {
    return Optional.ofNullable(degraded)
        .map(soft -> Deadline.after(from, soft, stalls))
        .filter(soft -> soft.passed(to));
  }

  public Duration softLimit() {
    return degraded == null ? failed : degraded;
  }
}
