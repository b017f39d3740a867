package io.goldenpath.model.time;

import java.time.Duration;

/**
 * A moment that a wait must not pass, on the monotonic clock.
 *
 * @param nanos Reading of the {@link Stopwatch} at that moment.
 */
public record Deadline(long nanos) {

  public static Deadline in(Duration time, Stopwatch stopwatch) {
    return new Deadline(stopwatch.nanos() + time.toNanos());
  }

  /** This long after a reading of the stopwatch. */
  public static Deadline after(long nanos, Duration time) {
    return new Deadline(nanos + time.toNanos());
  }

  public Deadline earlier(Deadline other) {
    return nanos - other.nanos <= 0 ? this : other;
  }

  /** Nanoseconds that are left, never below zero. */
  public long remainingNanos(Stopwatch stopwatch) {
    return Math.max(0, nanos - stopwatch.nanos());
  }

  public boolean reached(long now) {
    return now - nanos >= 0;
  }
}
