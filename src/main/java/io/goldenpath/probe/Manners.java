package io.goldenpath.probe;

/**
 * What a target is never asked to bear.
 *
 * @param logins Logins of one user within ten minutes.
 * @param connects New sockets of one target within a minute.
 */
public record Manners(int logins, int connects) {

  /** What holds where nobody says otherwise. */
  public static final Manners DEFAULTS = new Manners(3, 10);
}
