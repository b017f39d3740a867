package io.goldenpath.schedule;

import java.util.concurrent.Future;

/** Does things at moments of the monotonic clock, one after the other. */
interface MonotonicTimer extends AutoCloseable {

  /** Does this at that moment, or at once where it has passed; can be called off. */
  Future<?> at(long nanos, Runnable task);

  /** Nothing that is still to be done will be done. */
  @Override
  void close();
}
