package io.goldenpath.wire;

import io.goldenpath.probe.ConnectPhases;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Every end that a connect can have. */
public sealed interface ConnectResult {

  /** How far it came. */
  Trail trail();

  /**
   * What an attempt leaves behind, however it ended.
   *
   * @param phases which address was tried, and how long each phase took
   * @param ended when it did on the monotonic clock: the thread that waited may wake up later
   * @param certificate when the earliest certificate of the chain runs out; null where none was
   *     taken
   */
  record Trail(ConnectPhases phases, long ended, @Nullable Instant certificate) {}

  /** The socket is open, and the caller closes it. */
  record Connected(WebSocket socket, Trail trail) implements ConnectResult {}

  /** The upgrade was answered with anything but 101. */
  record Refused(HttpReply reply, Trail trail) implements ConnectResult {}

  /** There was no answer that could be understood. */
  record Failed(WireFailure failure, Trail trail) implements ConnectResult {}
}
