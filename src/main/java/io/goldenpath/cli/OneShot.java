package io.goldenpath.cli;

import io.goldenpath.probe.Journey;
import io.goldenpath.probe.Probe;
import io.goldenpath.probe.Run;
import io.goldenpath.probe.RunListener;
import io.goldenpath.probe.Stopwatch;
import io.goldenpath.probe.Trigger;
import io.goldenpath.schedule.RunRequest;
import io.goldenpath.schedule.Schedule;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Runs probes one after the other, under the rules of the schedule but not at its times. */
final class OneShot implements AutoCloseable {

  /** For what the schedule allows a run beyond its timeout: to find a user, and to be ended. */
  private static final Duration GRACE = Duration.ofSeconds(40);

  /** Sockets are counted by the minute; what takes much longer is not waited for. */
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final Schedule schedule;
  private final Delay delay;
  private final BlockingQueue<Run> finished = new LinkedBlockingQueue<>();

  /** Lets the time pass until a target bears another run. */
  @FunctionalInterface
  interface Delay {

    void until(Probe probe, RunRequest.Refused refused) throws InterruptedException;
  }

  OneShot(String location, Collection<? extends Journey> journeys, Delay delay) {
    this(location, journeys, delay, Stopwatch.SYSTEM);
  }

  OneShot(
      String location, Collection<? extends Journey> journeys, Delay delay, Stopwatch stopwatch) {
    RunListener listener = finished::add;
    this.delay = delay;
    schedule = new Schedule(location, List.of(listener), InstantSource.system(), stopwatch);
    schedule.replace(journeys);
  }

  Run run(Probe probe) throws InterruptedException {
    RunRequest request = schedule.request(probe.id(), Trigger.COMMAND);
    if (request instanceof RunRequest.Refused refused
        && refused.retryAfter().compareTo(PATIENCE) <= 0) {
      delay.until(probe, refused);
      request = schedule.request(probe.id(), Trigger.COMMAND);
    }
    if (!(request instanceof RunRequest.Accepted)) {
      throw new IllegalStateException("the run of " + probe.id() + " was not let in: " + request);
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
