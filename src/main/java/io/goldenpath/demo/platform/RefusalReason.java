package io.goldenpath.demo.platform;

/** Reason why a user is refused, with the error code and message of the reply. */
public enum RefusalReason {
  MISSING("NO_TOKEN", "No JWT token found in WebSocket headers or subprotocols"),
  /** It cannot be read. */
  GARBAGE("VALIDATION_FAILED", "Token validation failed"),
  EXPIRED("VALIDATION_FAILED", "Token validation failed"),
  /** Signed with another key. */
  FOREIGN("VALIDATION_FAILED", "Token validation failed"),
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
