package io.goldenpath.model.target;

import java.time.Duration;

/**
 * Upper bounds on logins and connects, which no probe exceeds.
 *
 * @param logins Logins of one user within ten minutes.
 * @param connects New sockets of one target within a minute.
 */
public record RateLimits(int logins, int connects) {

  public static final RateLimits DEFAULTS = new RateLimits(3, 10);
  public static final Duration LOGIN_WINDOW = Duration.ofMinutes(10);

  /** How far scheduled logins of a user are apart: spread over all but one of the budget. */
  public Duration loginSpacing() {
    return LOGIN_WINDOW.dividedBy(Math.max(1, logins - 1));
  }
}
