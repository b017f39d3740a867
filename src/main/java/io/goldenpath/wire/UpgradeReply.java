package io.goldenpath.wire;

import org.jspecify.annotations.Nullable;

/** Every answer to a request for a WebSocket. */
sealed interface UpgradeReply {

  /** From now on frames are spoken, compressed if that was agreed. */
  record Switched(Frames frames, @Nullable Deflate deflate, long nanos) implements UpgradeReply {}

  /** Anything but 101. */
  record Refused(HttpReply reply) implements UpgradeReply {}

  /** Nothing that could be understood. */
  record Failed(WireFailure failure) implements UpgradeReply {}
}
