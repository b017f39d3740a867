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
   * The peer gave no sign of life for as long as the framing allows, and was given up.
   *
   * @param what what was waited for, such as "no ping for 5 s"
   */
  record HeartbeatMissed(String what) implements ConnectionEnd {}

  /** We closed, and the peer did not answer in time. */
  record CloseTimeout() implements ConnectionEnd {}
}
