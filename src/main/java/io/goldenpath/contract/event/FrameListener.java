package io.goldenpath.contract.event;

import io.goldenpath.model.run.ConnectionEnd;
import io.goldenpath.model.time.Deadline;

/**
 * Listener to what happens on one connection. It knows no clock: every call says when it happened,
 * in nanoseconds of the monotonic clock, and calls come in the order of their times.
 */
public interface FrameListener {

  /** The handshake of the protocol within the socket has ended: messages may be sent. */
  default void opened() {}

  void frame(DecodedFrame decoded, int number, long nanos);

  void closed(ConnectionEnd end, long nanos);

  /** Nothing has come up to this time. */
  void elapsed(long nanos);

  /** When {@link #elapsed} would next decide something. */
  Deadline deadline();

  boolean over();
}
