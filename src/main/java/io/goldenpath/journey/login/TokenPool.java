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
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** Pool of a target's login sessions, by login and account, reused until shortly before expiry. */
public final class TokenPool {

  private static final Duration MARGIN = Duration.ofSeconds(30);
  private static final Duration OPAQUE_LIFETIME = Duration.ofMinutes(5);

  private final InstantSource clock;
  private final Map<LoginKey, CachedSession> sessions = new ConcurrentHashMap<>();
  private final Map<LoginKey, ReentrantLock> loginLocks = new ConcurrentHashMap<>();

  public TokenPool(InstantSource clock) {
    this.clock = clock;
  }

  /** A login over the network. */
  @FunctionalInterface
  public interface LoginCall {
    LoginResult logIn() throws InterruptedException;
  }

  /** Reuses a session or makes the call; others of the account wait for it at most this long. */
  public LoginResult logIn(Login login, User user, long waitNanos, LoginCall call)
      throws InterruptedException {
    ReentrantLock lock = loginLock(login, user);
    boolean locked = lock.tryLock(waitNanos, TimeUnit.NANOSECONDS);
    try {
      Optional<LoginResult.Session> held = reusable(login, user);
      if (held.isPresent()) {
        return held.get();
      }
      LoginResult result = call.logIn();
      if (result instanceof LoginResult.Session session) {
        keep(login, user, session);
      }
      return result;
    } finally {
      if (locked) {
        lock.unlock();
      }
    }
  }

  /** 1 where a run begins with a login over HTTP; 0 where a session is held or none is needed. */
  public int expectedLogins(Login login, User user) {
    return login.requests().isEmpty() || reusable(login, user).isPresent() ? 0 : 1;
  }

  public void drop(Login login, User user) {
    sessions.remove(LoginKey.of(login, user));
  }

  Optional<LoginResult.Session> reusable(Login login, User user) {
    return Optional.ofNullable(sessions.get(LoginKey.of(login, user)))
        .filter(cachedSession -> clock.instant().isBefore(cachedSession.until()))
        .map(CachedSession::session);
  }

  void keep(Login login, User user, LoginResult.Session session) {
    Instant now = clock.instant();
    sessions.values().removeIf(cachedSession -> !now.isBefore(cachedSession.until()));
    sessions.put(LoginKey.of(login, user), new CachedSession(session, until(session.token(), now)));
  }

  ReentrantLock loginLock(Login login, User user) {
    return loginLocks.computeIfAbsent(LoginKey.of(login, user), _ -> new ReentrantLock());
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

  private record CachedSession(LoginResult.Session session, Instant until) {}
}
