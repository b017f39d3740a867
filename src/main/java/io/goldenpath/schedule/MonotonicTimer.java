package io.goldenpath.schedule;

import java.util.concurrent.Future;

/** Timer on the monotonic clock; runs one task at a time. */
interface MonotonicTimer extends AutoCloseable {

  /** Runs the task at that time, or at once where it has passed. */
  Future<?> at(long nanos, Runnable task);

  /** Drops all pending tasks. */
  @Override
  void close();
}
