package io.goldenpath.demo;

import java.util.UUID;

/**
 * Whom a connection belongs to.
 *
 * @param id What frames call the user.
 * @param name E-mail of the account, or {@link #GUEST}.
 * @param connection What the welcome calls the connection.
 */
record Visitor(String id, String name, String connection) {

  static final String GUEST = "guest";

  /** Whoever is not let in. */
  static final Visitor UNKNOWN = new Visitor("unknown", "unknown", "ws_unknown");

  /** Nobody who is known: each guest is somebody else. */
  static Visitor guest() {
    return of("guest-" + UUID.randomUUID(), GUEST);
  }

  static Visitor of(DemoAccount account) {
    return of(account.id(), account.email());
  }

  /** The same user on another's connection. */
  Visitor at(Visitor other) {
    return new Visitor(id, name, other.connection());
  }

  private static Visitor of(String id, String name) {
    return new Visitor(id, name, Ids.unique("ws_%.8s".formatted(id)));
  }
}
