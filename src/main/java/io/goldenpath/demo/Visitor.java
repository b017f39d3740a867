package io.goldenpath.demo;

import java.util.UUID;

/**
 * Whom a connection belongs to.
 *
 * @param id What frames call the user.
 * @param name E-mail of the account, or {@link #GUEST}.
 */
record Visitor(String id, String name) {

  static final String GUEST = "guest";

  /** Whoever is not let in. */
  static final Visitor UNKNOWN = new Visitor("unknown", "unknown");

  /** Nobody who is known: each guest is somebody else. */
  static Visitor guest() {
    return new Visitor("guest-" + UUID.randomUUID(), GUEST);
  }

  static Visitor of(DemoAccount account) {
    return new Visitor(account.id(), account.email());
  }
}
