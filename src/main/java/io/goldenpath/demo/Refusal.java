package io.goldenpath.demo;

/**
 * Why somebody is not let in.
 *
 * @param code In the platform's words.
 * @param reason In words for people.
 */
record Refusal(String code, String reason) {

  static final Refusal BREAKER_OPEN =
      new Refusal("AUTH_CIRCUIT_BREAKER_OPEN", "Authentication circuit breaker is open");
}
