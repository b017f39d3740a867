package io.goldenpath.demo.script;

import java.util.UUID;

/**
 * User of a connection.
 *
 * @param name E-mail of the account, {@link #GUEST}, or {@link #UNKNOWN}.
 * @param connection Id of the connection in the welcome.
 * @param token Id of the token that it was opened with; blank without one.
 */
public record DemoUser(String id, String name, String connection, String token) {

  public static final String GUEST = "guest";

  /** Not let in, and without a token that says who it is. */
  public static final String UNKNOWN = "unknown";

  /** A new user for each guest. */
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
