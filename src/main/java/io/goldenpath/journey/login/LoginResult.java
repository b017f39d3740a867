package io.goldenpath.journey.login;

import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.target.Secret;
import io.goldenpath.model.target.User;
import java.time.Duration;
import java.time.Instant;
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

  /**
   * A session of an earlier run.
   *
   * @param failure Why a login of just now failed; null where none did.
   * @param failing Logins of the account, or of another of the target, that fail; null where none
   *     does.
   */
  record Reused(
      Session session, Duration age, @Nullable Failure failure, @Nullable FailingLogin failing)
      implements LoginResult {}

  /** Logins of an account fail: since when, whose the last of them was, and how it failed. */
  record FailingLogin(Instant since, User user, Failure last) {}

  /**
   * Why this or another call failed: what was expected, and one sentence of what was seen.
   *
   * @param retryAfter How long the server asked to be left alone; null where it did not.
   */
  record Failure(FindingKind kind, String expected, String message, @Nullable Duration retryAfter)
      implements LoginResult {

    public Failure(FindingKind kind, String expected, String message) {
      this(kind, expected, message, null);
    }

    private static final Set<FindingKind> UNREACHED =
        EnumSet.of(FindingKind.DNS_FAILED, FindingKind.CONNECT_FAILED, FindingKind.TLS_FAILED);

    /** Whether the call never reached its server, which therefore counts no login. */
    boolean unreached() {
      return UNREACHED.contains(kind);
    }
  }
}
