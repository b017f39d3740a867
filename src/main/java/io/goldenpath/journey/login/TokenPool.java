package io.goldenpath.journey.login;

import io.goldenpath.model.run.Postponement;
import io.goldenpath.model.target.AccountKey;
import io.goldenpath.model.target.Login;
import io.goldenpath.model.target.Secret;
import io.goldenpath.model.target.Target;
import io.goldenpath.model.target.User;
import io.goldenpath.model.time.Stopwatch;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Pool of login sessions of all targets, and when each account logs in anew. A session is reused
 * until the next login is due, or until shortly before its own end.
 */
public final class TokenPool {

  private static final Duration MARGIN = Duration.ofSeconds(30);
  private static final Duration OPAQUE_LIFETIME = Duration.ofMinutes(5);

  private final InstantSource clock;
  private final Stopwatch stopwatch;
  private final Map<LoginKey, CachedSession> sessions = new ConcurrentHashMap<>();
  private final Map<AccountKey, AccountLogins> accounts = new ConcurrentHashMap<>();

  public TokenPool(InstantSource clock, Stopwatch stopwatch) {
    this.clock = clock;
    this.stopwatch = stopwatch;
  }

  /** A login over the network. */
  @FunctionalInterface
  public interface LoginCall {
    LoginResult logIn() throws InterruptedException;
  }

  /**
   * What keeps a run from beginning that needs {@code extra} logins beside its session. A requested
   * run waits for the budget alone, and where the login asked to be left alone.
   */
  public Optional<Postponement> postponed(Target target, User user, int extra, boolean requested) {
    boolean held = reusable(target, user).isPresent();
    int needed = extra + (held ? 0 : 1);
    return needed == 0 || loginOf(target).requests().isEmpty()
        ? Optional.empty()
        : account(target, user).postponed(needed, held || requested, target.rateLimits());
  }

  /**
   * Logs in where that is due, else reuses the session; others of the account wait for it at most
   * this long. Where a login fails while a session is held, the result has both.
   */
  public LoginResult logIn(Target target, User user, long waitNanos, LoginCall call)
      throws InterruptedException {
    if (loginOf(target).requests().isEmpty()) {
      return call.logIn();
    }
    AccountLogins account = account(target, user);
    boolean locked = account.turn.tryLock(waitNanos, TimeUnit.NANOSECONDS);
    try {
      Optional<CachedSession> held = reusable(target, user);
      if (held.isPresent() && !account.isDue(target.rateLimits())) {
        return held.get().reused(clock.instant(), null, failing(target, user));
      }
      LoginResult result = counted(target, user, call);
      return result instanceof LoginResult.Failure failure && held.isPresent()
          ? held.get().reused(clock.instant(), failure, account.failing())
          : result;
    } finally {
      if (locked) {
        account.turn.unlock();
      }
    }
  }

  /** Logs in without keeping the session. */
  public LoginResult logInUncached(Target target, User user, LoginCall call)
      throws InterruptedException {
    long began = stopwatch.nanos();
    LoginResult result = call.logIn();
    LoginResult.Failure failure = result instanceof LoginResult.Failure why ? why : null;
    if (!loginOf(target).requests().isEmpty()) {
      account(target, user).ended(user, failure, began, clock.instant());
    }
    return result;
  }

  /** How logins of this user fail, or else those of another of the target; null where none does. */
  LoginResult.@Nullable FailingLogin failing(Target target, User user) {
    LoginResult.FailingLogin own = account(target, user).failing();
    return own != null
        ? own
        : target.users().stream()
            .map(other -> AccountKey.of(target, other))
            .flatMap(account ->
                failing(account).filter(failing -> isOf(target, failing.user(), account)))
            .min(Comparator.comparing(LoginResult.FailingLogin::since))
            .orElse(null);
  }

  private Stream<LoginResult.FailingLogin> failing(AccountKey account) {
    AccountLogins logins = accounts.get(account);
    return logins == null ? Stream.empty() : Stream.ofNullable(logins.failing());
  }

  private static boolean isOf(Target target, User user, AccountKey account) {
    return target.users().contains(user) && AccountKey.of(target, user).equals(account);
  }

  public void drop(Target target, User user) {
    sessions.remove(LoginKey.of(target, user));
  }

  /** Drops the session of this token; a newer one, of another run, stays. */
  void refused(Target target, User user, IssuedToken token) {
    sessions.computeIfPresent(
        LoginKey.of(target, user), (_, held) -> held.session().token().equals(token) ? null : held);
  }

  Optional<CachedSession> reusable(Target target, User user) {
    return Optional.ofNullable(sessions.get(LoginKey.of(target, user)))
        .filter(cached -> clock.instant().isBefore(cached.until()));
  }

  private LoginResult counted(Target target, User user, LoginCall call)
      throws InterruptedException {
    LoginResult result = logInUncached(target, user, call);
    if (result instanceof LoginResult.Session session) {
      keep(target, user, session);
    }
    return result;
  }

  void keep(Target target, User user, LoginResult.Session session) {
    Instant now = clock.instant();
    sessions.values().removeIf(cached -> !now.isBefore(cached.until()));
    accounts.values().removeIf(account -> account.isIdle() && !account.turn.isLocked());
    sessions.put(
        LoginKey.of(target, user), new CachedSession(session, now, until(session.token(), now)));
  }

  private AccountLogins account(Target target, User user) {
    return accounts.computeIfAbsent(AccountKey.of(target, user), _ -> new AccountLogins(stopwatch));
  }

  private static Login loginOf(Target target) {
    return target.access().login();
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

    static LoginKey of(Target target, User user) {
      return new LoginKey(loginOf(target), user.credentials());
    }
  }

  record CachedSession(LoginResult.Session session, Instant since, Instant until) {

    LoginResult reused(
        Instant now,
        LoginResult.@Nullable Failure failure,
        LoginResult.@Nullable FailingLogin failing) {
      return new LoginResult.Reused(session, Duration.between(since, now), failure, failing);
    }
  }
}
