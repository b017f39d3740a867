package io.goldenpath.model.target;

/**
 * Upper bounds on logins and connects, which no probe exceeds.
 *
 * @param logins Logins of one user within ten minutes.
 * @param connects New sockets of one target within a minute.
 */
public record RateLimits(int logins, int connects) {

  public static final RateLimits DEFAULTS = new RateLimits(3, 10);
}
