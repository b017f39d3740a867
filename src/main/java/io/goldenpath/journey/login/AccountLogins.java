package io.goldenpath.journey.login;

import static io.goldenpath.model.target.RateLimits.LOGIN_WINDOW;

import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.target.RateLimits;
import io.goldenpath.model.time.Stopwatch;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Rate limit of one account's logins at one address, across targets: scheduled ones are spread
 * evenly over all but one of the budget; the last is left for renewal, confirmation and requests.
 */
final class AccountLogins {

  private static final int REFUSALS_BEFORE_PAUSE = 5;
  private static final Duration PAUSE = Duration.ofMinutes(15);

  /** Held while the account logs in: others wait for its token. */
  final ReentrantLock turn = new ReentrantLock();

  private final Stopwatch stopwatch;
  private final Deque<Long> attempts = new ArrayDeque<>();
  private long lastAttempt;
  private int failures;
  private int refusals;
  private boolean tried;

  AccountLogins(Stopwatch stopwatch) {
    this.stopwatch = stopwatch;
  }

  /** Counts a login that reached its server; {@code failure} is null where it succeeded. */
  synchronized void attempted(LoginResult.@Nullable Failure failure) {
    tried = true;
    lastAttempt = stopwatch.nanos();
    attempts.add(lastAttempt);
    failures = failure == null ? 0 : failures + 1;
    boolean refused = failure != null && failure.kind() == FindingKind.LOGIN_REFUSED;
    refusals = refused ? refusals + 1 : 0;
  }

  /** How long until the next scheduled login; a first failure is confirmed at once. */
  synchronized Duration untilDue(RateLimits limits) {
    if (!tried) {
      return Duration.ZERO;
    }
    Duration apart = failures == 1 ? Duration.ZERO : limits.loginSpacing();
    return untilPassed(lastAttempt, refusals >= REFUSALS_BEFORE_PAUSE ? PAUSE : apart);
  }

  /** How long until this many more logins fit into the budget; forever is a whole window. */
  synchronized Duration untilFree(int more, RateLimits limits) {
    dropExpired();
    int over = attempts.size() + more - limits.logins();
    return over <= 0
        ? Duration.ZERO
        : attempts.stream()
            .skip(over - 1L)
            .findFirst()
            .map(attempt -> untilPassed(attempt, LOGIN_WINDOW))
            .orElse(LOGIN_WINDOW);
  }

  synchronized boolean isIdle() {
    dropExpired();
    return attempts.isEmpty() && untilPassed(lastAttempt, PAUSE).isZero();
  }

  private void dropExpired() {
    while (!attempts.isEmpty() && untilPassed(attempts.getFirst(), LOGIN_WINDOW).isZero()) {
      attempts.removeFirst();
    }
  }

  private Duration untilPassed(long from, Duration time) {
    return Duration.ofNanos(Math.max(0, time.toNanos() - (stopwatch.nanos() - from)));
  }
}
