package io.goldenpath.journey.login;

import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.target.Secret;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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

  /** A session of an earlier run; {@code failure} is why a login of just now failed, if one did. */
  record Reused(Session session, Duration age, @Nullable Failure failure) implements LoginResult {}

  /** Why this or another call failed: what was expected, and one sentence of what was seen. */
  record Failure(FindingKind kind, String expected, String message) implements LoginResult {

    private static final Set<FindingKind> UNREACHED =
        EnumSet.of(FindingKind.DNS_FAILED, FindingKind.CONNECT_FAILED, FindingKind.TLS_FAILED);

    /** Whether the call never reached its server, which therefore counts no login. */
    boolean unreached() {
      return UNREACHED.contains(kind);
    }
  }
}
