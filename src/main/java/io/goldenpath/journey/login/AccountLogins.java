package io.goldenpath.journey.login;

import static io.goldenpath.model.target.RateLimits.LOGIN_WINDOW;

import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.run.Postponement;
import io.goldenpath.model.run.SkipReason;
import io.goldenpath.model.target.RateLimits;
import io.goldenpath.model.target.User;
import io.goldenpath.model.time.Deadline;
import io.goldenpath.model.time.DurationText;
import io.goldenpath.model.time.SlidingWindow;
import io.goldenpath.model.time.Stopwatch;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Rate limit of one account's logins at one address, across targets: scheduled ones are spread
 * evenly over all but one of the budget; the last is left for renewal, confirmation and requests.
 */
final class AccountLogins {

  private static final String REMEDY =
      "raise it, run less often (every), list more users, or let tokens live longer";

  private static final int REFUSALS_BEFORE_PAUSE = 5;
  private static final Duration PAUSE = Duration.ofMinutes(15);

  /** By which part of its spacing a login may be early: runs begin now and then a little late. */
  private static final int EARLY = 60;

  /** Held while the account logs in: others wait for its token. */
  final ReentrantLock turn = new ReentrantLock();

  private final Stopwatch stopwatch;
  private final SlidingWindow attempts;
  private @Nullable Long lastAttempt;
  private @Nullable Long lastEnd;
  private LoginResult.@Nullable FailingLogin failing;
  private @Nullable Deadline leftAlone;
  private int failures;
  private int refusals;

  AccountLogins(Stopwatch stopwatch) {
    this.stopwatch = stopwatch;
    this.attempts = new SlidingWindow(LOGIN_WINDOW, stopwatch);
  }

  /**
   * Counts a login that reached its server.
   *
   * @param failure Null where it succeeded.
   * @param began A reading of the stopwatch: logins are as far apart as their beginnings.
   */
  synchronized void ended(
      User user, LoginResult.@Nullable Failure failure, long began, Instant now) {
    lastEnd = stopwatch.nanos();
    failing =
        failure == null
            ? null
            : new LoginResult.FailingLogin(failing == null ? now : failing.since(), user, failure);
    if (failure == null || !failure.unreached()) {
      lastAttempt = began;
      count(failure);
    }
  }

  private void count(LoginResult.@Nullable Failure failure) {
    attempts.add(1);
    failures = failure == null ? 0 : failures + 1;
    boolean refused = failure != null && failure.kind() == FindingKind.LOGIN_REFUSED;
    refusals = refused ? refusals + 1 : 0;
    Duration asked = failure == null ? null : failure.retryAfter();
    leftAlone = asked == null ? null : Deadline.in(asked, stopwatch);
  }

  /** Null where the last login succeeded. */
  synchronized LoginResult.@Nullable FailingLogin failing() {
    return failing;
  }

  /** What keeps this many logins from being made now; a requested one keeps to the budget alone. */
  synchronized Optional<Postponement> postponed(int more, boolean requested, RateLimits limits) {
    return Stream.of(
            leftAlone(),
            requested ? Optional.<Postponement>empty() : notDue(limits),
            spent(more, limits))
        .flatMap(Optional::stream)
        .max(Comparator.comparing(Postponement::retryAfter));
  }

  /** Whether a scheduled login is due: a first failure is confirmed at once. */
  boolean isDue(RateLimits limits) {
    return postponed(1, false, limits).isEmpty();
  }

  synchronized boolean isIdle() {
    return attempts.count() == 0 && leftOf(PAUSE, lastEnd).isZero() && leftAlone().isEmpty();
  }

  private Optional<Postponement> leftAlone() {
    Duration left =
        leftAlone == null ? Duration.ZERO : Duration.ofNanos(leftAlone.remainingNanos(stopwatch));
    return postponement(
        SkipReason.BACKING_OFF, left, () -> "the login asked to be left alone (Retry-After)");
  }

  private Optional<Postponement> notDue(RateLimits limits) {
    if (refusals >= REFUSALS_BEFORE_PAUSE) {
      return postponement(
          SkipReason.BACKING_OFF,
          leftOf(PAUSE, lastAttempt),
          () ->
              "%d logins in a row were refused, so that one is tried in %s, lest the account be locked"
                  .formatted(refusals, DurationText.of(PAUSE)));
    }
    Duration spacing = limits.loginSpacing();
    return postponement(
        SkipReason.BUDGET,
        failures == 1
            ? Duration.ZERO
            : leftOf(spacing.minus(spacing.dividedBy(EARLY)), lastAttempt),
        () ->
            "the run needs a new login, and manners.logins (%d in %s, one kept back) allows one each %s; %s"
                .formatted(
                    limits.logins(),
                    DurationText.of(LOGIN_WINDOW),
                    DurationText.of(spacing),
                    REMEDY));
  }

  private Optional<Postponement> spent(int more, RateLimits limits) {
    int made = attempts.count();
    int over = made + more - limits.logins();
    return postponement(
        SkipReason.BUDGET,
        over <= 0
            ? Duration.ZERO
            : Duration.ofNanos(attempts.end(Math.min(over, made)).remainingNanos(stopwatch)),
        () ->
            "the account has spent manners.logins (%d in %s); %s"
                .formatted(limits.logins(), DurationText.of(LOGIN_WINDOW), REMEDY));
  }

  private static Optional<Postponement> postponement(
      SkipReason reason, Duration wait, Supplier<String> why) {
    return wait.isZero()
        ? Optional.empty()
        : Optional.of(new Postponement(reason, why.get(), wait));
  }

  private Duration leftOf(Duration time, @Nullable Long since) {
    return since == null
        ? Duration.ZERO
        : Duration.ofNanos(Math.max(0, time.toNanos() - (stopwatch.nanos() - since)));
  }
}
