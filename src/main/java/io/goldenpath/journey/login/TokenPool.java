package io.goldenpath.journey.login;

import io.goldenpath.model.target.Login;
import io.goldenpath.model.target.Secret;
import io.goldenpath.model.target.User;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What the users of one target hold after a login, reused until shortly before it runs out. It
 * belongs to an account and a way to log in, whatever the account's slot.
 */
public final class TokenPool {

  private static final Duration MARGIN = Duration.ofSeconds(30);
  private static final Duration OPAQUE_LIFETIME = Duration.ofMinutes(5);

  private final InstantSource clock;
  private final Map<LoginKey, CachedSession> sessions = new ConcurrentHashMap<>();
  private final Map<LoginKey, ReentrantLock> loginLocks = new ConcurrentHashMap<>();

  /** An empty pool that knows the time from this clock. */
  public TokenPool(InstantSource clock) {
    this.clock = clock;
  }

  public Optional<LoginSession> reusable(Login login, User user) {
    return Optional.ofNullable(sessions.get(LoginKey.of(login, user)))
        .filter(cachedSession -> clock.instant().isBefore(cachedSession.until()))
        .map(CachedSession::session);
  }

  public void keep(Login login, User user, LoginSession session) {
    Instant now = clock.instant();
    sessions.values().removeIf(cachedSession -> !now.isBefore(cachedSession.until()));
    sessions.put(LoginKey.of(login, user), new CachedSession(session, until(session.token(), now)));
  }

  /** Held while this account logs in: whoever comes meanwhile takes what the first one gets. */
  public ReentrantLock loginLock(Login login, User user) {
    return loginLocks.computeIfAbsent(LoginKey.of(login, user), _ -> new ReentrantLock());
  }

  public void drop(Login login, User user) {
    sessions.remove(LoginKey.of(login, user));
  }

  /** The margin is a tenth of a short life, or a token of a minute would never be reused. */
  private static Instant until(IssuedToken token, Instant now) {
    Instant expires = token.expires();
    if (expires == null) {
      return now.plus(OPAQUE_LIFETIME);
    }
    Duration tenth = Duration.between(now, expires).dividedBy(10);
    return expires.minus(tenth.compareTo(MARGIN) < 0 ? tenth : MARGIN);
  }

  private record LoginKey(Login login, Map<String, Secret> credentials) {

    static LoginKey of(Login login, User user) {
      return new LoginKey(login, user.credentials());
    }
  }

  private record CachedSession(LoginSession session, Instant until) {}
}
