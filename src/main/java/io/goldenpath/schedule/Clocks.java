package io.goldenpath.schedule;

import io.goldenpath.probe.Stopwatch;
import java.time.InstantSource;

/**
 * All that tells or waits for the time.
 *
 * @param dates The wall clock.
 * @param stopwatch The monotonic clock.
 * @param alarm What waits for moments of the monotonic clock.
 */
record Clocks(InstantSource dates, Stopwatch stopwatch, Alarm alarm) {

  long now() {
    return stopwatch.nanos();
  }
}
