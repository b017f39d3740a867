package io.goldenpath.model.target;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the token goes. */
public sealed interface TokenLocation {

  /** Whether the cookies that the login has set take the token's place. */
  default boolean usesLoginCookies() {
    return false;
  }

  default Optional<FirstMessage> firstMessage() {
    return Optional.empty();
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
  record Cookie(@Nullable String name) implements TokenLocation {

    @Override
    public boolean usesLoginCookies() {
      return name == null;
    }
  }

  /** A message of its own, once the socket is open. */
  record Message(FirstMessage message) implements TokenLocation {

    @Override
    public Optional<FirstMessage> firstMessage() {
      return Optional.of(message);
    }
  }
}
