package io.goldenpath.wire.websocket;

import io.goldenpath.model.run.ConnectPhases;
import io.goldenpath.wire.connection.WireFailure;
import io.goldenpath.wire.http.HttpReply;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Every end that a connect can have. */
public sealed interface ConnectResult {

  /** How far it came. */
  Attempt attempt();

  /** What an attempt leaves behind. It ended before the thread that waited for it woke up. */
  record Attempt(ConnectPhases phases, long endedNanos, @Nullable Instant certificateExpiry) {}

  /** The socket is open, and the caller closes it. */
  record Connected(WebSocket socket, Attempt attempt) implements ConnectResult {}

  /** The upgrade was answered with anything but 101. */
  record Refused(HttpReply reply, Attempt attempt) implements ConnectResult {}

  /** There was no answer that could be understood. */
  record Failed(WireFailure failure, Attempt attempt) implements ConnectResult {}
}
