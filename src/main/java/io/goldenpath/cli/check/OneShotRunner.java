package io.goldenpath.cli.check;

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
public final class OneShotRunner implements AutoCloseable {

  /** What the schedule allows beyond a run's timeout: to find a free user, and to end the run. */
  private static final Duration GRACE = Duration.ofSeconds(40);

  /** Sockets are limited per minute; what takes much longer is not waited for. */
  private static final Duration MAX_BACKOFF = Duration.ofSeconds(90);

  /** How often it is shown that a run goes on. */
  private static final Duration SLICE = Duration.ofMillis(150);

  private static final Duration RELEASE = Duration.ofSeconds(5);
  private static final Duration RELEASE_POLL = Duration.ofMillis(5);

  private final Schedule schedule;
  private final RunWait wait;
  private final BlockingQueue<Run> finished = new LinkedBlockingQueue<>();

  /** What is done while there is nothing to do but wait. */
  @FunctionalInterface
  public interface RunWait {

    /** Waits until a target's limits admit another run. */
    void untilAdmitted(Probe probe, RunAdmission.Refused refused) throws InterruptedException;

    /** Called again and again until the run has ended. */
    default void whileRunning() {}
  }

  public OneShotRunner(
      String location, Collection<? extends Journey> journeys, RunWait wait, Stopwatch stopwatch) {
    this.wait = wait;
    schedule = new Schedule(location, List.of(finished::add), InstantSource.system(), stopwatch);
    schedule.replace(journeys);
  }

  /** Throws {@link RunRefusedException} where it must not begin for longer than is waited for. */
  public Run run(Probe probe) throws InterruptedException {
    RunAdmission admission = schedule.request(probe.id(), Trigger.COMMAND);
    if (admission instanceof RunAdmission.Refused refused
        && refused.postponement().retryAfter().compareTo(MAX_BACKOFF) <= 0) {
      wait.untilAdmitted(probe, refused);
      admission = schedule.request(probe.id(), Trigger.COMMAND);
    }
    if (admission instanceof RunAdmission.Refused refused) {
      throw new RunRefusedException(probe, refused.postponement());
    }
    if (!(admission instanceof RunAdmission.Accepted)) {
      throw new IllegalStateException("the run of " + probe.id() + " was not let in: " + admission);
    }
    Duration left = probe.cadence().timeout().plus(GRACE);
    while (left.isPositive()) {
      Run run = finished.poll(SLICE.toMillis(), TimeUnit.MILLISECONDS);
      if (run != null) {
        awaitRelease(probe);
        return run;
      }
      wait.whileRunning();
      left = left.minus(SLICE);
    }
    throw new IllegalStateException("the run of " + probe.id() + " did not end");
  }

  /** Listeners hear of a run before the schedule gives its users back, and admits another. */
  private void awaitRelease(Probe probe) throws InterruptedException {
    Duration left = RELEASE;
    while (left.isPositive() && schedule.inFlight(probe.id()).isPresent()) {
      Thread.sleep(RELEASE_POLL);
      left = left.minus(RELEASE_POLL);
    }
  }

  @Override
  public void close() {
    schedule.close();
  }
}
