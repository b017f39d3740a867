package io.goldenpath.wire;

import io.goldenpath.model.run.ConnectPhases;
import io.goldenpath.wire.address.DeadAddress;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Outcome of a connect. */
public sealed interface ConnectResult {

  Attempt attempt();

  /**
   * Phases of an attempt, which ended before the waiting thread woke up, when the first certificate
   * of the path that was verified expires, and the addresses that were got around.
   */
  record Attempt(
      ConnectPhases phases,
      long endedNanos,
      @Nullable Instant certificateExpiry,
      List<DeadAddress> deadAddresses) {

    public static final Attempt NONE = new Attempt(ConnectPhases.NONE, 0, null, List.of());
  }

  /** The socket is open, and the caller closes it; the reply is the 101. */
  record Connected(WebSocket socket, HttpReply reply, Attempt attempt) implements ConnectResult {}

  /** The upgrade was answered with anything but 101. */
  record Refused(HttpReply reply, Attempt attempt) implements ConnectResult {}

  /** There was no answer that could be understood. */
  record Failed(WireFailure failure, Attempt attempt) implements ConnectResult {}
}
