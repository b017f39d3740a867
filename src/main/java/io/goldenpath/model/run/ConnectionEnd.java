package io.goldenpath.model.run;

/** How a connection ended. */
public sealed interface ConnectionEnd {

  /** The peer closed by the rules. */
  record CloseFrame(int code, String reason) implements ConnectionEnd {}

  /** The stream ended without a close frame. */
  record StreamEnd() implements ConnectionEnd {}

  /** The connection was reset. */
  record Reset() implements ConnectionEnd {}

  /** The peer broke the protocol, and the connection was given up. */
  record ProtocolViolation(String message) implements ConnectionEnd {}

  /**
   * The protocol above the WebSocket ended it: a sign of life was missed, or the peer left.
   *
   * @param what what ended it, such as "no ping for 5 s"
   */
  record FramingEnd(String what) implements ConnectionEnd {}

  /** We closed, and the peer did not answer in time. */
  record CloseTimeout() implements ConnectionEnd {}
}
