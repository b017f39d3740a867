package io.goldenpath.history.store;

import io.goldenpath.model.run.Verdict;
import java.time.Duration;

/** How long a probe had which verdict. */
public record VerdictTimes(Duration up, Duration degraded, Duration down, Duration unknown) {

  public static final VerdictTimes NONE =
      new VerdictTimes(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO);

  static VerdictTimes of(Verdict verdict, Duration time) {
    return switch (verdict) {
      case UP -> new VerdictTimes(time, Duration.ZERO, Duration.ZERO, Duration.ZERO);
      case DEGRADED -> new VerdictTimes(Duration.ZERO, time, Duration.ZERO, Duration.ZERO);
      case DOWN -> new VerdictTimes(Duration.ZERO, Duration.ZERO, time, Duration.ZERO);
      case UNKNOWN -> new VerdictTimes(Duration.ZERO, Duration.ZERO, Duration.ZERO, time);
    };
  }

  /** The time whose verdict is known. */
  public Duration known() {
    return up.plus(degraded).plus(down);
  }

  public VerdictTimes plus(VerdictTimes more) {
    return new VerdictTimes(
        up.plus(more.up),
        degraded.plus(more.degraded),
        down.plus(more.down),
        unknown.plus(more.unknown));
  }
}
