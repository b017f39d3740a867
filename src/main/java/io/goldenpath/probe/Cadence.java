package io.goldenpath.probe;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When a probe runs, and for how long at most. */
public final class Cadence {

  private final @Nullable Duration every;
  private final Duration timeout;

  private Cadence(@Nullable Duration every, Duration timeout) {
    if (every != null && every.compareTo(timeout) < 0) {
      throw new IllegalArgumentException(
          "every must not be shorter than timeout, but is " + every + " with " + timeout);
    }
    this.every = every;
    this.timeout = timeout;
  }

  /** Once in each period. */
  public static Cadence every(Duration period, Duration timeout) {
    return new Cadence(period, timeout);
  }

  /** Only when somebody asks. */
  public static Cadence onDemand(Duration timeout) {
    return new Cadence(null, timeout);
  }

  /** Time between the starts of two runs; empty where the probe runs on demand only. */
  public Optional<Duration> period() {
    return Optional.ofNullable(every);
  }

  /** The longest that a run may take. */
  public Duration timeout() {
    return timeout;
  }
}
