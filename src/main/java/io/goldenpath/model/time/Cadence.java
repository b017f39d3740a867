package io.goldenpath.model.time;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When a probe runs, and for how long at most.
 *
 * @param interval Time between the starts of two runs; null where it runs on demand only.
 */
public record Cadence(@Nullable Duration interval, Duration timeout) {

  public Cadence {
    if (interval != null && interval.compareTo(timeout) < 0) {
      throw new IllegalArgumentException(
          "every must not be shorter than timeout, but is " + interval + " with " + timeout);
    }
  }

  public static Cadence every(Duration period, Duration timeout) {
    return new Cadence(period, timeout);
  }

  public static Cadence onDemand(Duration timeout) {
    return new Cadence(null, timeout);
  }

  /** Time between the starts of two runs; empty where the probe runs on demand only. */
  public Optional<Duration> period() {
    return Optional.ofNullable(interval);
  }

  /** How many runs begin in a day; 0 where the probe runs on demand only. */
  public long runsADay() {
    return interval == null ? 0 : Duration.ofDays(1).dividedBy(interval);
  }
}
