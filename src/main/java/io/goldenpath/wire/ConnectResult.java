package io.goldenpath.wire;

import io.goldenpath.model.run.ConnectPhases;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Outcome of a connect. */
public sealed interface ConnectResult {

  Attempt attempt();

  /**
   * Phases of an attempt, which ended before the waiting thread woke up, and the earliest expiry in
   * the server's certificate chain.
   */
  record Attempt(ConnectPhases phases, long endedNanos, @Nullable Instant certificateExpiry) {}

  /** The socket is open, and the caller closes it. */
  record Connected(WebSocket socket, Attempt attempt) implements ConnectResult {}

  /** The upgrade was answered with anything but 101. */
  record Refused(HttpReply reply, Attempt attempt) implements ConnectResult {}

  /** There was no answer that could be understood. */
  record Failed(WireFailure failure, Attempt attempt) implements ConnectResult {}
}
