package io.goldenpath.journey.login;

import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.target.Secret;
import java.util.Map;

/** Outcome of a login. */
public sealed interface LoginResult {

  /** Good for several runs: token, cookies, and captured values by name. */
  record Session(IssuedToken token, CookieJar cookies, Map<String, Secret> captured)
      implements LoginResult {

    public Session {
      captured = Map.copyOf(captured);
    }

    public static Session of(IssuedToken token) {
      return new Session(token, new CookieJar(), Map.of());
    }
  }

  /** Why this or another call failed: what was expected, and one sentence of what was seen. */
  record Failure(FindingKind kind, String expected, String message) implements LoginResult {}
}
