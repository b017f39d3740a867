package io.goldenpath.schedule;

import io.goldenpath.probe.Evidence;
import io.goldenpath.probe.Finding;
import io.goldenpath.probe.FindingKind;
import io.goldenpath.probe.Journey;
import io.goldenpath.probe.Outcome;
import io.goldenpath.probe.Run;
import io.goldenpath.probe.RunTicket;
import io.goldenpath.probe.Step;
import io.goldenpath.probe.Stopwatch;
import io.goldenpath.probe.User;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A journey under way. Whatever breaks in it is our fault and becomes a broken run. */
final class Execution {

  private static final Logger logger = LoggerFactory.getLogger(Execution.class);

  private final Journey journey;
  private final RunTicket ticket;
  private final Stopwatch stopwatch;
  private @Nullable Thread thread;
  private boolean overdue;
  private volatile boolean stopped;

  Execution(Journey journey, RunTicket ticket, Stopwatch stopwatch) {
    this.journey = journey;
    this.ticket = ticket;
    this.stopwatch = stopwatch;
  }

  /** The finished run, made on the caller's thread; empty when it was stopped. */
  Optional<Run> run(List<User> users) {
    long start = stopwatch.nanos();
    enter();
    try {
      Run run = journey.run(ticket, users);
      return stopped ? Optional.empty() : Optional.of(confessed(run));
    } catch (InterruptedException | RuntimeException | Error failure) {
      return stopped ? Optional.empty() : Optional.of(broken(start, failure));
    } finally {
      leave();
    }
  }

  /** The journey has passed its own timeout and does not end by itself. */
  synchronized void giveUp() {
    overdue = true;
    interrupt();
  }

  /** The monitor stops: the run ends, and counts for nothing. */
  synchronized void stop() {
    stopped = true;
    interrupt();
  }

  private synchronized void enter() {
    thread = Thread.currentThread();
    if (stopped) {
      interrupt();
    }
  }

  /** From here on nobody interrupts: what follows is for listeners, who have no part in it. */
  private synchronized void leave() {
    thread = null;
    Thread.interrupted();
  }

  private void interrupt() {
    if (thread != null) {
      thread.interrupt();
    }
  }

  private Run confessed(Run run) {
    if (run.outcome() == Outcome.BROKEN) {
      String why = run.worst().map(Finding::message).orElse("no reason given");
      logger.warn("Run {} of {} counts for nothing: {}", ticket.id(), ticket.probe(), why);
    }
    return run;
  }

  private Run broken(long start, Throwable cause) {
    logger.warn("Run {} of {} broke; it counts for nothing", ticket.id(), ticket.probe(), cause);
    Duration taken = Duration.ofNanos(stopwatch.nanos() - start);
    String what = hung() ? "the run did not end in time" : cause.getClass().getSimpleName();
    Finding fault =
        Finding.of(
            FindingKind.MONITOR_FAULT,
            Step.LOGIN,
            1,
            "The monitor itself was at fault (" + what + "), so the run counts for nothing",
            new Evidence("a run", what, taken, List.of()));
    return Run.of(ticket, taken, List.of(fault), List.of());
  }

  private synchronized boolean hung() {
    return overdue;
  }
}
