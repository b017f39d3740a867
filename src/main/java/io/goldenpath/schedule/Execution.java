package io.goldenpath.schedule;

import io.goldenpath.probe.Evidence;
import io.goldenpath.probe.Finding;
import io.goldenpath.probe.FindingKind;
import io.goldenpath.probe.Journey;
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

/** One run on its own thread. Whatever breaks in it is our fault and becomes a broken run. */
final class Execution {

  private static final Logger logger = LoggerFactory.getLogger(Execution.class);

  private final Journey journey;
  private final RunTicket ticket;
  private final Stopwatch stopwatch;
  private volatile boolean overdue;
  private volatile @Nullable Thread thread;

  Execution(Journey journey, RunTicket ticket, Stopwatch stopwatch) {
    this.journey = journey;
    this.ticket = ticket;
    this.stopwatch = stopwatch;
  }

  /** The finished run; empty when the monitor stops. */
  Optional<Run> run(User user) {
    long start = stopwatch.nanos();
    thread = Thread.currentThread();
    try {
      return Optional.of(journey.run(ticket, List.of(user)));
    } catch (InterruptedException stopped) {
      return overdue
          ? Optional.of(broken(start, "it did not end in time", stopped))
          : Optional.empty();
    } catch (RuntimeException | Error failure) {
      return Optional.of(broken(start, failure.getClass().getSimpleName(), failure));
    } finally {
      thread = null;
    }
  }

  /** The journey has passed its own timeout and does not stop by itself. */
  void giveUp() {
    overdue = true;
    Thread running = thread;
    if (running != null) {
      running.interrupt();
    }
  }

  private Run broken(long start, String what, Throwable cause) {
    logger.warn("Run {} of {} broke; it counts for nothing", ticket.id(), ticket.probe(), cause);
    Duration taken = Duration.ofNanos(stopwatch.nanos() - start);
    Finding fault =
        Finding.of(
            FindingKind.MONITOR_FAULT,
            Step.LOGIN,
            1,
            "The monitor itself was at fault (" + what + "), so the run counts for nothing",
            new Evidence("a run", what, taken, List.of()));
    return Run.of(ticket, taken, List.of(fault), List.of());
  }
}
