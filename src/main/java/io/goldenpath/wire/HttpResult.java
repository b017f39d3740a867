package io.goldenpath.wire;

import io.goldenpath.wire.address.DeadAddress;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Outcome of an HTTP exchange. */
public sealed interface HttpResult {

  /** Addresses of the server's name that were got around. */
  List<DeadAddress> deadAddresses();

  /** When the first certificate of the path that was verified expires; null without TLS. */
  @Nullable Instant certificateExpiry();

  /** The server answered, whatever it said. */
  record Answered(
      HttpReply reply, List<DeadAddress> deadAddresses, @Nullable Instant certificateExpiry)
      implements HttpResult {}

  /** There was no whole answer in time. */
  record Failed(
      WireFailure failure, List<DeadAddress> deadAddresses, @Nullable Instant certificateExpiry)
      implements HttpResult {}
}
