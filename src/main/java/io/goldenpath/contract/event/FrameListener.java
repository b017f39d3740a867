package io.goldenpath.contract.event;

import io.goldenpath.model.run.ConnectionEnd;
import io.goldenpath.model.time.Deadline;

/**
 * Listener to what happens on one connection. It knows no clock: every call says when it happened,
 * in nanoseconds of the monotonic clock, and calls come in the order of their times.
 */
public interface FrameListener {

  /** A frame came. */
  void frame(DecodedFrame decoded, int number, long nanos);

  /** The connection has ended. */
  void closed(ConnectionEnd end, long nanos);

  /** Time has passed and nothing has come. */
  void elapsed(long nanos);

  /** When {@link #elapsed} would next decide something. */
  Deadline deadline();

  /** Whether there is nothing left to wait for. */
  boolean over();
}
