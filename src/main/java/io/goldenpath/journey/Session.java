package io.goldenpath.journey;

import io.goldenpath.probe.Secret;
import java.util.Map;

/**
 * What a login has given to a user, good for several runs.
 *
 * @param token Token, or that of a guest.
 * @param cookies Cookies that the login has set.
 * @param captured Values that it has captured, by name.
 */
record Session(IssuedToken token, CookieJar cookies, Map<String, Secret> captured) {

  Session {
    captured = Map.copyOf(captured);
  }

  /** A token without anything beside it. */
  static Session of(IssuedToken token) {
    return new Session(token, new CookieJar(), Map.of());
  }
}
