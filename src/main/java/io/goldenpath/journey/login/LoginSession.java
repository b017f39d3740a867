package io.goldenpath.journey.login;

import io.goldenpath.model.target.Secret;
import java.util.Map;

/** Result of a login, good for several runs: token, cookies, and captured values by name. */
public record LoginSession(IssuedToken token, CookieJar cookies, Map<String, Secret> captured) {

  public LoginSession {
    captured = Map.copyOf(captured);
  }

  public static LoginSession of(IssuedToken token) {
    return new LoginSession(token, new CookieJar(), Map.of());
  }
}
