package io.goldenpath.wire.websocket;

import io.goldenpath.wire.connection.WireFailure;
import io.goldenpath.wire.http.HttpReply;
import org.jspecify.annotations.Nullable;

/** Every answer to a request for a WebSocket. */
public sealed interface UpgradeResult {

  /** From now on frames are spoken, compressed if that was agreed. */
  record Switched(
      WebSocketFrameHandler frameHandler, @Nullable PerMessageDeflate deflate, long upgradedNanos)
      implements UpgradeResult {}

  /** Anything but 101. */
  record Refused(HttpReply reply) implements UpgradeResult {}

  /** Nothing that could be understood. */
  record Failed(WireFailure failure) implements UpgradeResult {}
}
