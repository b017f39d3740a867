package io.goldenpath.model.time;

/** Monotonic time in nanoseconds: the one place that reads {@link System#nanoTime()}. */
@FunctionalInterface
public interface Stopwatch {

  Stopwatch SYSTEM = System::nanoTime;

  /** Now, comparable only with other readings of the same stopwatch. */
  long nanos();
}
