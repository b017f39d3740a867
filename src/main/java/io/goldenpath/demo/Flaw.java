package io.goldenpath.demo;

/** What is wrong with the token of somebody who asks to be let in. */
enum Flaw {
  /** There is none. */
  MISSING(new Refusal("NO_TOKEN", "No JWT token found in WebSocket headers or subprotocols")),
  /** It cannot be read. */
  GARBAGE(new Refusal("VALIDATION_FAILED", "Token validation failed")),
  /** It was ours, and has run out. */
  EXPIRED(new Refusal("VALIDATION_FAILED", "Token validation failed")),
  /** Somebody else has signed it. */
  FOREIGN(new Refusal("VALIDATION_FAILED", "Token validation failed")),
  /** Its user has logged out. */
  REVOKED(new Refusal("VALIDATION_FAILED", "Token has been revoked"));

  private final Refusal refusal;

  Flaw(Refusal refusal) {
    this.refusal = refusal;
  }

  Refusal refusal() {
    return refusal;
  }
}
