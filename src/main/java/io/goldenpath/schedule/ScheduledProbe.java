package io.goldenpath.schedule;

import io.goldenpath.model.probe.JourneySpec;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.probe.ProbeId;
import io.goldenpath.model.run.Journey;
import io.goldenpath.model.run.Postponement;
import io.goldenpath.model.run.SkipReason;
import io.goldenpath.model.run.SkippedRun;
import io.goldenpath.model.run.Trigger;
import io.goldenpath.model.target.User;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** A probe with its next due time, which the schedule sets. */
final class ScheduledProbe {

  private final Journey journey;
  private final TargetRateLimiter rateLimiter;
  private final TargetAccounts accounts;
  private volatile @Nullable DueTime dueTime;

  ScheduledProbe(Journey journey, TargetRateLimiter rateLimiter) {
    this.journey = journey;
    this.rateLimiter = rateLimiter;
    this.accounts = TargetAccounts.of(journey.probe().target());
  }

  /** A due time on the monotonic clock, in nanoseconds. */
  record DueTime(long due, boolean first, Future<?> timer) {}

  Journey journey() {
    return journey;
  }

  TargetRateLimiter rateLimiter() {
    return rateLimiter;
  }

  Probe probe() {
    return journey.probe();
  }

  ProbeId id() {
    return probe().id();
  }

  Optional<Postponement> postponed(Trigger trigger) {
    JourneySpec spec = probe().script().spec();
    return rateLimiter
        .postponed(probe().target().rateLimits(), spec.sockets())
        .or(() ->
            TargetRateLimiter.loginPostponed(
                probe().target().users(), spec.users(), user -> journey.postponed(user, trigger)));
  }

  Optional<List<User>> leaseUsers(Trigger trigger) {
    JourneySpec spec = probe().script().spec();
    return rateLimiter.lease(
        accounts, spec.users(), spec.sockets(), user -> journey.postponed(user, trigger));
  }

  void release(List<User> users) {
    rateLimiter.release(accounts, users);
  }

  /** Whether the two take the same users, so that the one waits for the other. */
  boolean sharesUsersWith(ScheduledProbe other) {
    return rateLimiter.equals(other.rateLimiter) || accounts.sharesOneWith(other.accounts);
  }

  /** What becomes of a due run that does not take place; empty where it does. */
  Optional<SkippedRun> skipped(RunAdmission admission, Clocks clocks) {
    return switch (admission) {
      case RunAdmission.InFlight _ -> Optional.of(skipped(SkipReason.OVERLAP, clocks));
      case RunAdmission.Refused(Postponement postponement) ->
          Optional.of(skipped(postponement, clocks));
      case RunAdmission.Accepted _, RunAdmission.NotStarted _, RunAdmission.Unknown _ ->
          Optional.empty();
    };
  }

  SkippedRun skipped(SkipReason reason, Clocks clocks) {
    return skipped(new Postponement(reason, reason.explanation(), Duration.ZERO), clocks);
  }

  SkippedRun skipped(Postponement postponement, Clocks clocks) {
    return new SkippedRun(
        postponement.reason(), postponement.why(), nextTry(postponement.retryAfter(), clocks));
  }

  /** The first due time that comes when this time is over. */
  private @Nullable Instant nextTry(Duration wait, Clocks clocks) {
    DueTime next = dueTime;
    Duration period = probe().cadence().period().orElse(null);
    if (next == null || period == null) {
      return null;
    }
    Duration untilDue = Duration.ofNanos(Math.max(0, next.due() - clocks.now()));
    Duration missing = wait.minus(untilDue);
    long more = missing.isPositive() ? missing.plus(period).minusNanos(1).dividedBy(period) : 0;
    return clocks.wallClock().instant().plus(untilDue).plus(period.multipliedBy(more));
  }

  /** When it is due next; empty where it runs on demand, or nothing has started. */
  Optional<Instant> nextTime(Clocks clocks) {
    return Optional.ofNullable(nextTry(Duration.ZERO, clocks));
  }

  @Nullable DueTime dueTime() {
    return dueTime;
  }

  void dueTime(DueTime next) {
    dueTime = next;
  }

  void cancel() {
    DueTime pending = dueTime;
    if (pending != null) {
      pending.timer().cancel(false);
    }
  }
}
