package io.goldenpath.wire;

import io.goldenpath.probe.ConnectPhases;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Every end that a connect can have. */
public sealed interface ConnectResult {

  /** How long each phase took, as far as it was passed. */
  ConnectPhases phases();

  /**
   * The socket is open, and the caller closes it.
   *
   * @param certificate when the earliest certificate of the chain runs out; null on plain {@code
   *     ws}
   */
  record Connected(WebSocket socket, ConnectPhases phases, @Nullable Instant certificate)
      implements ConnectResult {}

  /** The upgrade was answered with anything but 101. */
  record Refused(HttpReply reply, ConnectPhases phases) implements ConnectResult {}

  /** There was no answer that could be understood. */
  record Failed(WireFailure failure, ConnectPhases phases) implements ConnectResult {}
}
