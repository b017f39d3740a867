package io.goldenpath.demo.user;

/** Why somebody is not let in: what is wrong with the token, or that nobody is. */
public enum RefusalReason {
  MISSING("NO_TOKEN", "No JWT token found in WebSocket headers or subprotocols"),
  /** It cannot be read. */
  GARBAGE("VALIDATION_FAILED", "Token validation failed"),
  /** It was ours, and has run out. */
  EXPIRED("VALIDATION_FAILED", "Token validation failed"),
  /** Somebody else has signed it. */
  FOREIGN("VALIDATION_FAILED", "Token validation failed"),
  /** Its user has logged out. */
  REVOKED("VALIDATION_FAILED", "Token has been revoked"),
  /** Nobody is let in, whatever the token is. */
  BREAKER_OPEN("AUTH_CIRCUIT_BREAKER_OPEN", "Authentication circuit breaker is open");

  private final String code;
  private final String message;

  RefusalReason(String code, String message) {
    this.code = code;
    this.message = message;
  }

  public String code() {
    return code;
  }

  public String message() {
    return message;
  }
}
