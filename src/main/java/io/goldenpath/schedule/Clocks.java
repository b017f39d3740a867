package io.goldenpath.schedule;

import io.goldenpath.model.time.Stopwatch;
import java.time.InstantSource;

/**
 * All that tells or waits for the time.
 *
 * @param wallClock The wall clock.
 * @param stopwatch The monotonic clock.
 * @param timer What waits for moments of the monotonic clock.
 */
record Clocks(InstantSource wallClock, Stopwatch stopwatch, MonotonicTimer timer) {

  long now() {
    return stopwatch.nanos();
  }
}
