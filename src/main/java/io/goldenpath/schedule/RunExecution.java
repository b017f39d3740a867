package io.goldenpath.schedule;

import io.goldenpath.model.finding.Evidence;
import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.finding.Step;
import io.goldenpath.model.run.Journey;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.RunInfo;
import io.goldenpath.model.target.User;
import io.goldenpath.model.time.Stopwatch;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Executes a journey. Whatever it throws is our fault and becomes a broken run. */
final class RunExecution {

  private static final Logger logger = LoggerFactory.getLogger(RunExecution.class);

  private final Journey journey;
  private final RunInfo info;
  private final Stopwatch stopwatch;
  private @Nullable Thread thread;
  private volatile boolean overdue;
  private volatile boolean stopped;

  RunExecution(Journey journey, RunInfo info, Stopwatch stopwatch) {
    this.journey = journey;
    this.info = info;
    this.stopwatch = stopwatch;
  }

  /** Runs on the caller's thread; empty when it was stopped. */
  Optional<Run> run(List<User> users) {
    long start = stopwatch.nanos();
    attachThread();
    try {
      Run run = journey.run(info, users);
      return stopped ? Optional.empty() : Optional.of(logIfBroken(run));
    } catch (InterruptedException | RuntimeException | Error failure) {
      return stopped ? Optional.empty() : Optional.of(brokenRun(start, failure));
    } finally {
      detachThread();
    }
  }

  /** Called when the journey has overrun its own timeout. */
  synchronized void timeOut() {
    overdue = true;
    interrupt();
  }

  /** Called on shutdown; the run is not counted. */
  synchronized void stop() {
    stopped = true;
    interrupt();
  }

  private synchronized void attachThread() {
    thread = Thread.currentThread();
    if (stopped) {
      interrupt();
    }
  }

  /** Listeners come next, on this thread: an interrupt must not reach them. */
  private synchronized void detachThread() {
    thread = null;
    Thread.interrupted();
  }

  private void interrupt() {
    if (thread != null) {
      thread.interrupt();
    }
  }

  private Run logIfBroken(Run run) {
    if (!run.valid()) {
      String why = run.worstFinding().map(Finding::message).orElse("no reason given");
      logger.warn("Run {} of {} is not counted: {}", info.id(), info.probe(), why);
    }
    return run;
  }

  private Run brokenRun(long start, Throwable cause) {
    logger.warn("Run {} of {} broke; it is not counted", info.id(), info.probe(), cause);
    Duration taken = Duration.ofNanos(stopwatch.nanos() - start);
    String what = overdue ? "the run did not end in time" : cause.getClass().getSimpleName();
    Finding fault =
        Finding.of(
            FindingKind.MONITOR_FAULT,
            Step.LOGIN,
            1,
            "The monitor itself was at fault (" + what + "), so the run is not counted",
            new Evidence("a run", what, taken, List.of()));
    return Run.of(info, taken, List.of(fault), List.of());
  }
}
