package io.goldenpath.demo;

import java.util.UUID;

/**
 * Whom a connection belongs to.
 *
 * @param id What frames call the user.
 * @param name E-mail of the account, {@link #GUEST}, or {@link #UNKNOWN}.
 * @param connection What the welcome calls the connection.
 * @param token Id of the token that it was opened with; blank without one.
 */
record Visitor(String id, String name, String connection, String token) {

  static final String GUEST = "guest";

  /** Whoever is not let in, and has not said who it is. */
  static final String UNKNOWN = "unknown";

  /** Nobody who is known: each guest is somebody else. */
  static Visitor guest() {
    return of("guest-" + UUID.randomUUID(), GUEST);
  }

  static Visitor unknown() {
    return of("guest-" + UUID.randomUUID(), UNKNOWN);
  }

  static Visitor of(DemoAccount account) {
    return of(account.id(), account.email());
  }

  /** The same user by this token. */
  Visitor by(String other) {
    return new Visitor(id, name, connection, other);
  }

  /** The same user on another's connection. */
  Visitor at(Visitor other) {
    return new Visitor(id, name, other.connection(), token);
  }

  private static Visitor of(String id, String name) {
    return new Visitor(id, name, Ids.unique("ws_%.8s".formatted(id)), "");
  }
}
