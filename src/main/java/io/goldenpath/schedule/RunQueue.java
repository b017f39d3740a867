package io.goldenpath.schedule;

import io.goldenpath.model.probe.ProbeId;
import io.goldenpath.model.run.Postponement;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.RunInfo;
import io.goldenpath.model.run.SkipReason;
import io.goldenpath.model.run.SkippedRun;
import io.goldenpath.model.run.Trigger;
import io.goldenpath.model.target.User;
import io.goldenpath.model.time.Deadline;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Queue of runs: one at a time for each probe, each on a thread of its own, with users of its own,
 * under the target's rate limits. Runs that wait for the same users start in order.
 */
final class RunQueue {

  private static final Duration GRACE = Duration.ofSeconds(2);
  private static final Duration STOP_TIMEOUT = Duration.ofSeconds(4);

  private final RunOrigin origin;
  private final RunNotifier notifier;
  private final Clocks clocks;
  private final Confirmations confirmations;
  private final Map<ProbeId, QueuedRun> queuedRuns = new LinkedHashMap<>();
  private final UnstartedRuns waiting = new UnstartedRuns();
  private final FollowingRuns following = new FollowingRuns();
  private final ExecutorService threads;
  private volatile boolean closing;

  /** Shuts the threads down when it is closed. */
  RunQueue(
      RunOrigin origin,
      RunNotifier notifier,
      Clocks clocks,
      Confirmations confirmations,
      ExecutorService threads) {
    this.threads = threads;
    this.origin = origin;
    this.notifier = notifier;
    this.clocks = clocks;
    this.confirmations = confirmations;
  }

  /** Whatever becomes of it, it serves in place of a confirmation that is still wanted. */
  synchronized RunAdmission admit(ScheduledProbe scheduled, Trigger trigger, long due) {
    confirmations.drop(scheduled.id());
    QueuedRun current = queuedRuns.get(scheduled.id());
    if (closing) {
      return new RunAdmission.Unknown();
    }
    if (current != null) {
      Duration left = Duration.ofNanos(current.deadline().remainingNanos(clocks.stopwatch()));
      return new RunAdmission.InFlight(current.info().id(), left);
    }
    Optional<Postponement> postponed = scheduled.postponed(trigger);
    if (postponed.isPresent()) {
      return new RunAdmission.Refused(postponed.get());
    }
    Duration userWait = DueTimes.userWait(scheduled.probe().cadence());
    QueuedRun queued =
        new QueuedRun(scheduled, newRun(scheduled, trigger), due, deadline(scheduled, userWait));
    queuedRuns.put(scheduled.id(), queued);
    if (!tryStart(queued)) {
      waiting.add(queued);
      clocks.timer().at(clocks.now() + userWait.toNanos(), () -> giveUpWaiting(queued));
    }
    return new RunAdmission.Accepted(queued.info().id());
  }

  /**
   * Puts a due run behind the confirmation of its probe that is in flight; one that waits for users
   * gives its place up. False where there is none, or another due run waits behind it.
   */
  synchronized boolean followConfirmation(ScheduledProbe scheduled, long due) {
    QueuedRun current = queuedRuns.get(scheduled.id());
    if (current == null || current.isExpected()) {
      return false;
    }
    if (waiting.contains(current)) {
      remove(current);
      return false;
    }
    return following.add(scheduled, due);
  }

  synchronized List<RunInfo> inFlight() {
    return queuedRuns.values().stream().map(QueuedRun::info).toList();
  }

  /** Waiting runs get the new settings, or are dropped; started runs keep the old ones. */
  synchronized void reassign(Map<ProbeId, ScheduledProbe> scheduledProbes) {
    for (QueuedRun queued : waiting.all()) {
      ScheduledProbe next = scheduledProbes.get(queued.info().probe());
      if (next == null) {
        remove(queued);
      } else {
        queued.reassign(next);
      }
    }
    following.reassign(scheduledProbes);
  }

  synchronized boolean isIdle(TargetRateLimiter rateLimiter) {
    return rateLimiter.isIdle();
  }

  /** Ends all runs, which are not counted, and waits for them. */
  void close() {
    synchronized (this) {
      closing = true;
      queuedRuns.values().stream()
          .map(QueuedRun::started)
          .filter(Objects::nonNull)
          .forEach(RunExecution::stop);
    }
    threads.shutdown();
    try {
      threads.awaitTermination(STOP_TIMEOUT.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean tryStart(QueuedRun queued) {
    ScheduledProbe scheduled = queued.scheduled();
    Optional<List<User>> users =
        waiting.isFirst(queued) && !closing
            ? scheduled.leaseUsers(queued.info().trigger())
            : Optional.empty();
    users.ifPresent(leased -> start(queued, leased));
    return users.isPresent();
  }

  private void start(QueuedRun queued, List<User> users) {
    ScheduledProbe scheduled = queued.scheduled();
    RunInfo info = queued.begin(clocks.wallClock().instant());
    Duration lateness =
        info.trigger() == Trigger.SCHEDULE
            ? Duration.ofNanos(Math.max(0, clocks.now() - queued.due()))
            : Duration.ZERO;
    RunExecution runExecution = new RunExecution(scheduled.journey(), info, clocks.stopwatch());
    queued.start(runExecution);
    waiting.remove(queued);
    threads.execute(() -> execute(queued, runExecution, users, lateness));
  }

  private void execute(
      QueuedRun queued, RunExecution runExecution, List<User> users, Duration lateness) {
    ProbeId probe = queued.scheduled().id();
    Thread.currentThread().setName("run-" + probe.target() + "-" + probe.journey().label());
    Deadline end = deadline(queued.scheduled(), Duration.ZERO);
    Future<?> watchdog = clocks.timer().at(end.nanos(), runExecution::timeOut);
    try {
      notifier.notifyListeners(listener -> listener.started(queued.info(), lateness));
      Optional<Run> run = runExecution.run(users);
      run.filter(_ -> !closing).ifPresent(finished -> finish(queued, finished));
    } finally {
      watchdog.cancel(false);
      Thread.currentThread().setName("run-idle");
      release(queued, users).forEach(notifier::notifySkipped);
    }
  }

  private void finish(QueuedRun queued, Run run) {
    Optional<Backoff> backoff = Backoff.after(run);
    if (backoff.isPresent()) {
      synchronized (this) {
        queued.scheduled().rateLimiter().backOff(backoff.get());
      }
    }
    notifier.notifyFinished(run);
  }

  private synchronized Map<ProbeId, SkippedRun> release(QueuedRun queued, List<User> users) {
    queuedRuns.remove(queued.scheduled().id(), queued);
    queued.scheduled().release(users);
    Map<ProbeId, SkippedRun> skipped = startWaiting();
    following
        .take(queued.scheduled().id(), clocks.now())
        .ifPresent(due -> startFollowing(due, skipped));
    return skipped;
  }

  private void startFollowing(ScheduledProbe due, Map<ProbeId, SkippedRun> skipped) {
    due.skipped(admit(due, Trigger.SCHEDULE, clocks.now()), clocks)
        .ifPresent(skip -> skipped.put(due.id(), skip));
  }

  /** Users of one target may be those of another, so that every waiting run has its chance. */
  private Map<ProbeId, SkippedRun> startWaiting() {
    Map<ProbeId, SkippedRun> skipped = new LinkedHashMap<>();
    for (QueuedRun queued : waiting.all()) {
      ScheduledProbe scheduled = queued.scheduled();
      Optional<Postponement> postponed = scheduled.postponed(queued.info().trigger());
      if (postponed.isPresent()) {
        remove(queued);
        if (queued.isExpected()) {
          skipped.put(queued.info().probe(), scheduled.skipped(postponed.get(), clocks));
        }
      } else {
        tryStart(queued);
      }
    }
    return skipped;
  }

  private void giveUpWaiting(QueuedRun queued) {
    boolean left;
    synchronized (this) {
      left = waiting.contains(queued);
      if (left) {
        remove(queued);
      }
    }
    if (left && queued.isExpected()) {
      notifier.notifySkipped(
          queued.info().probe(), queued.scheduled().skipped(SkipReason.USER_BUSY, clocks));
    }
  }

  private void remove(QueuedRun queued) {
    queuedRuns.remove(queued.info().probe(), queued);
    waiting.remove(queued);
  }

  private RunInfo newRun(ScheduledProbe scheduled, Trigger trigger) {
    Instant now = clocks.wallClock().instant();
    return origin.newRun(scheduled.id(), trigger, now);
  }

  private Deadline deadline(ScheduledProbe scheduled, Duration userWait) {
    Duration most = scheduled.probe().cadence().timeout().plus(userWait).plus(GRACE);
    return Deadline.in(most, clocks.stopwatch());
  }
}
