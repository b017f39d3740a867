package io.goldenpath.contract;

import io.goldenpath.probe.Deadline;
import io.goldenpath.probe.Ending;

/**
 * Whoever is told what happens on one connection. It knows no clock: every call says when it
 * happened, in nanoseconds of the monotonic clock, and calls come in the order of their times.
 */
public interface Hearer {

  /** A frame came. */
  void frame(Heard heard, int number, long nanos);

  /** The connection has ended. */
  void closed(Ending ending, long nanos);

  /** Time has passed and nothing has come. */
  void elapsed(long nanos);

  /** When {@link #elapsed} would next decide something. */
  Deadline deadline();

  /** Whether there is nothing left to wait for. */
  boolean over();
}
