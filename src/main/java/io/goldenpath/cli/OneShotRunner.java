package io.goldenpath.cli;

import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.Journey;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.Trigger;
import io.goldenpath.model.time.Stopwatch;
import io.goldenpath.schedule.RunAdmission;
import io.goldenpath.schedule.Schedule;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Runs probes one after the other, under the rules of the schedule but not at its times. */
final class OneShotRunner implements AutoCloseable {

  /** What the schedule allows beyond a run's timeout: to find a free user, and to end the run. */
  private static final Duration GRACE = Duration.ofSeconds(40);

  /** Sockets are limited per minute; what takes much longer is not waited for. */
  private static final Duration MAX_BACKOFF = Duration.ofSeconds(90);

  private final Schedule schedule;
  private final BackoffWait backoffWait;
  private final BlockingQueue<Run> finished = new LinkedBlockingQueue<>();

  /** Waits until a target's limits admit another run. */
  @FunctionalInterface
  interface BackoffWait {

    void until(Probe probe, RunAdmission.Refused refused) throws InterruptedException;
  }

  OneShotRunner(
      String location,
      Collection<? extends Journey> journeys,
      BackoffWait backoffWait,
      Stopwatch stopwatch) {
    this.backoffWait = backoffWait;
    schedule = new Schedule(location, List.of(finished::add), InstantSource.system(), stopwatch);
    schedule.replace(journeys);
  }

  Run run(Probe probe) throws InterruptedException {
    RunAdmission admission = schedule.request(probe.id(), Trigger.COMMAND);
    if (admission instanceof RunAdmission.Refused refused
        && refused.postponement().retryAfter().compareTo(MAX_BACKOFF) <= 0) {
      backoffWait.until(probe, refused);
      admission = schedule.request(probe.id(), Trigger.COMMAND);
    }
    if (!(admission instanceof RunAdmission.Accepted)) {
      throw new IllegalStateException("the run of " + probe.id() + " was not let in: " + admission);
    }
    Duration limit = probe.cadence().timeout().plus(GRACE);
    Run run = finished.poll(limit.toMillis(), TimeUnit.MILLISECONDS);
    if (run == null) {
      throw new IllegalStateException("the run of " + probe.id() + " did not end");
    }
    return run;
  }

  @Override
  public void close() {
    schedule.close();
  }
}
