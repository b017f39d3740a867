package io.goldenpath.probe;

/** How a connection ended. */
public sealed interface Ending {

  /** The peer closed by the rules. */
  record CloseFrame(int code, String reason) implements Ending {}

  /** The stream ended without a close frame. */
  record StreamEnd() implements Ending {}

  /** The connection was reset. */
  record Reset() implements Ending {}

  /** The peer broke the protocol, and the connection was given up. */
  record Violation(String message) implements Ending {}

  /** We closed, and the peer did not answer in time. */
  record Unanswered() implements Ending {}
}
