package io.goldenpath.wire;

/** Every answer to a request for a WebSocket. */
sealed interface UpgradeReply {

  /** From now on frames are spoken. */
  record Switched(long nanos) implements UpgradeReply {}

  /** Anything but 101. */
  record Refused(HttpReply reply) implements UpgradeReply {}

  /** Nothing that could be understood. */
  record Failed(WireFailure failure) implements UpgradeReply {}
}
