package io.goldenpath.journey.login;

import io.goldenpath.model.target.Secret;
import java.util.Map;

/**
 * What a login has given to a user, good for several runs.
 *
 * @param token Token, or that of a guest.
 * @param cookies Cookies that the login has set.
 * @param captured Values that it has captured, by name.
 */
public record LoginSession(IssuedToken token, CookieJar cookies, Map<String, Secret> captured) {

  public LoginSession {
    captured = Map.copyOf(captured);
  }

  /** A token without anything beside it. */
  public static LoginSession of(IssuedToken token) {
    return new LoginSession(token, new CookieJar(), Map.of());
  }
}
