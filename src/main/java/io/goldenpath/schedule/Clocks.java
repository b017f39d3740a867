package io.goldenpath.schedule;

import io.goldenpath.model.time.Stalls;
import io.goldenpath.model.time.Stopwatch;
import java.time.InstantSource;
import java.util.concurrent.Future;

/** Wall clock, monotonic clock, a timer on the latter, and when the monitor stood still by it. */
record Clocks(InstantSource wallClock, Stopwatch stopwatch, Timer timer, Stalls stalls) {

  long now() {
    return stopwatch.nanos();
  }

  /** Timer on the monotonic clock; runs one task at a time. */
  interface Timer extends AutoCloseable {

    /** Runs the task at that time, or at once where it has passed. */
    Future<?> at(long nanos, Runnable task);

    /** Drops all pending tasks. */
    @Override
    void close();
  }
}
