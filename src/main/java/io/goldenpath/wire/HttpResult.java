package io.goldenpath.wire;

/** Outcome of an HTTP exchange. */
public sealed interface HttpResult {

  /** The server answered, whatever it said. */
  record Answered(HttpReply reply) implements HttpResult {}

  /** There was no whole answer in time. */
  record Failed(WireFailure failure) implements HttpResult {}
}
