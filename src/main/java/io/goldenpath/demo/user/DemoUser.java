package io.goldenpath.demo.user;

import java.util.UUID;

/**
 * Whom a connection belongs to.
 *
 * @param id What frames call the user.
 * @param name E-mail of the account, {@link #GUEST}, or {@link #UNKNOWN}.
 * @param connection What the welcome calls the connection.
 * @param token Id of the token that it was opened with; blank without one.
 */
public record DemoUser(String id, String name, String connection, String token) {

  public static final String GUEST = "guest";

  /** Whoever is not let in, and has not said who it is. */
  public static final String UNKNOWN = "unknown";

  /** Nobody who is known: each guest is somebody else. */
  public static DemoUser guest() {
    return of("guest-" + UUID.randomUUID(), GUEST);
  }

  public static DemoUser unknown() {
    return of("guest-" + UUID.randomUUID(), UNKNOWN);
  }

  public static DemoUser of(DemoAccount account) {
    return of(account.id(), account.email());
  }

  public DemoUser by(String other) {
    return new DemoUser(id, name, connection, other);
  }

  private static DemoUser of(String id, String name) {
    return new DemoUser(
        id, name, "ws_%.8s_%s".formatted(id, UUID.randomUUID().toString().replace("-", "")), "");
  }
}
