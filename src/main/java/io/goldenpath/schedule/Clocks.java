package io.goldenpath.schedule;

import io.goldenpath.model.time.Stopwatch;
import java.time.InstantSource;

/** Wall clock, monotonic clock, and a timer on the monotonic clock. */
record Clocks(InstantSource wallClock, Stopwatch stopwatch, MonotonicTimer timer) {

  long now() {
    return stopwatch.nanos();
  }
}
