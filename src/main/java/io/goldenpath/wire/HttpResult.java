package io.goldenpath.wire;

import io.goldenpath.wire.address.DeadAddress;
import java.util.List;

/** Outcome of an HTTP exchange. */
public sealed interface HttpResult {

  /** Addresses of the server's name that were got around. */
  List<DeadAddress> deadAddresses();

  /** The server answered, whatever it said. */
  record Answered(HttpReply reply, List<DeadAddress> deadAddresses) implements HttpResult {}

  /** There was no whole answer in time. */
  record Failed(WireFailure failure, List<DeadAddress> deadAddresses) implements HttpResult {}
}
