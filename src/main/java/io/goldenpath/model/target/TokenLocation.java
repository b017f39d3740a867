package io.goldenpath.model.target;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the token goes. */
public sealed interface TokenLocation {

  /** Whether the cookies that the login has set take the token's place. */
  default boolean usesLoginCookies() {
    return this instanceof Cookie cookie && cookie.name() == null;
  }

  default Optional<FirstMessage> firstMessage() {
    return this instanceof FirstMessage message ? Optional.of(message) : Optional.empty();
  }

  /** {@code Authorization: Bearer}. */
  record Header() implements TokenLocation {}

  /** A second subprotocol {@code jwt.<base64url, no padding>}. */
  record Subprotocol() implements TokenLocation {}

  /** A query parameter of this name. */
  record Query(String parameter) implements TokenLocation {}

  /**
   * A cookie.
   *
   * @param name Cookie that holds the token; null for the cookies that the login has set.
   */
  record Cookie(@Nullable String name) implements TokenLocation {}

  /**
   * A message of its own, once the socket is open.
   *
   * @param after The frame that asks for it; null to send it at once.
   * @param refused The frame that says no; null where the dialect's own errors will do.
   */
  record FirstMessage(Secret template, @Nullable Condition after, @Nullable Condition refused)
      implements TokenLocation {}
}
