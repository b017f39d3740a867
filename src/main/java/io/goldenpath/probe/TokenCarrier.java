package io.goldenpath.probe;

import org.jspecify.annotations.Nullable;

/** Where the token goes. */
public sealed interface TokenCarrier {

  /** {@code Authorization: Bearer}. */
  record Header() implements TokenCarrier {}

  /** A second subprotocol {@code jwt.<base64url, no padding>}. */
  record Subprotocol() implements TokenCarrier {}

  /** A query parameter of this name. */
  record Query(String parameter) implements TokenCarrier {}

  /**
   * A cookie.
   *
   * @param name Cookie that holds the token; null for the cookies that the login has set.
   */
  record Cookie(@Nullable String name) implements TokenCarrier {}

  /** A message of its own, once the socket is open. */
  record First(FirstMessage message) implements TokenCarrier {}
}
