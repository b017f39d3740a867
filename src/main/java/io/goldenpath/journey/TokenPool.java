package io.goldenpath.journey;

import io.goldenpath.probe.Login;
import io.goldenpath.probe.Secret;
import io.goldenpath.probe.User;
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
  private final Map<Account, Held> sessions = new ConcurrentHashMap<>();
  private final Map<Account, ReentrantLock> turns = new ConcurrentHashMap<>();

  /** An empty pool that knows the time from this clock. */
  public TokenPool(InstantSource clock) {
    this.clock = clock;
  }

  Optional<Session> reusable(Login login, User user) {
    return Optional.ofNullable(sessions.get(Account.of(login, user)))
        .filter(held -> clock.instant().isBefore(held.until()))
        .map(Held::session);
  }

  void keep(Login login, User user, Session session) {
    Instant now = clock.instant();
    sessions.values().removeIf(held -> !now.isBefore(held.until()));
    sessions.put(Account.of(login, user), new Held(session, until(session.token(), now)));
  }

  /** Held while this account logs in: whoever comes meanwhile takes what the first one gets. */
  ReentrantLock turn(Login login, User user) {
    return turns.computeIfAbsent(Account.of(login, user), _ -> new ReentrantLock());
  }

  void drop(Login login, User user) {
    sessions.remove(Account.of(login, user));
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

  private record Account(Login login, Map<String, Secret> credentials) {

    static Account of(Login login, User user) {
      return new Account(login, user.credentials());
    }
  }

  private record Held(Session session, Instant until) {}
}
