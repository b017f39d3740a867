package io.goldenpath.journey.login;

import static io.goldenpath.model.target.RateLimits.LOGIN_WINDOW;

import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.target.RateLimits;
import io.goldenpath.model.time.SlidingWindow;
import io.goldenpath.model.time.Stopwatch;
import java.time.Duration;
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
  private final SlidingWindow attempts;
  private @Nullable Long lastAttempt;
  private int failures;
  private int refusals;

  AccountLogins(Stopwatch stopwatch) {
    this.stopwatch = stopwatch;
    this.attempts = new SlidingWindow(LOGIN_WINDOW, stopwatch);
  }

  /** Counts a login that reached its server; {@code failure} is null where it succeeded. */
  synchronized void attempted(LoginResult.@Nullable Failure failure) {
    lastAttempt = stopwatch.nanos();
    attempts.add(1);
    failures = failure == null ? 0 : failures + 1;
    boolean refused = failure != null && failure.kind() == FindingKind.LOGIN_REFUSED;
    refusals = refused ? refusals + 1 : 0;
  }

  /** How long until the next scheduled login; a first failure is confirmed at once. */
  synchronized Duration untilDue(RateLimits limits) {
    Duration apart = failures == 1 ? Duration.ZERO : limits.loginSpacing();
    return leftOf(refusals >= REFUSALS_BEFORE_PAUSE ? PAUSE : apart);
  }

  /** How long until this many more logins fit into the budget. */
  synchronized Duration untilFree(int more, RateLimits limits) {
    int made = attempts.count();
    int over = made + more - limits.logins();
    return over <= 0
        ? Duration.ZERO
        : Duration.ofNanos(attempts.end(Math.min(over, made)).remainingNanos(stopwatch));
  }

  synchronized boolean isIdle() {
    return attempts.count() == 0 && leftOf(PAUSE).isZero();
  }

  /** What is left of this time since the last attempt. */
  private Duration leftOf(Duration time) {
    return lastAttempt == null
        ? Duration.ZERO
        : Duration.ofNanos(Math.max(0, time.toNanos() - (stopwatch.nanos() - lastAttempt)));
  }
}
