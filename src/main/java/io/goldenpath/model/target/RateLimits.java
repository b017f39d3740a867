package io.goldenpath.model.target;

/**
 * What a target is never asked to bear.
 *
 * @param logins Logins of one user within ten minutes.
 * @param connects New sockets of one target within a minute.
 */
public record RateLimits(int logins, int connects) {

  /** What holds where nobody says otherwise. */
  public static final RateLimits DEFAULTS = new RateLimits(3, 10);
}
