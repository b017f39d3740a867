package io.goldenpath;

import io.goldenpath.probe.Journey;
import io.goldenpath.probe.Run;
import io.goldenpath.probe.RunTicket;
import io.goldenpath.probe.Stopwatch;
import io.goldenpath.probe.Trigger;
import io.goldenpath.settings.ProbeSetup;
import io.goldenpath.wire.Wire;
import java.time.InstantSource;
import java.util.UUID;

/** Walks probes' journeys with the monitor's own parts, over real sockets. */
public final class RealRuns implements AutoCloseable {

  private final InstantSource clock = InstantSource.system();
  private final Wire wire = Wire.open(Version.userAgent(), Stopwatch.SYSTEM);

  /** Where the sockets come from. */
  Wire wire() {
    return wire;
  }

  /** The journey of this probe, whose users have not logged in yet. */
  public Journey journey(ProbeSetup setup) {
    return new Journeys(wire, clock, Stopwatch.SYSTEM).of(setup);
  }

  /** Walks it once, with all users of its target. */
  public Run walk(Journey journey) throws InterruptedException {
    RunTicket ticket =
        new RunTicket(
            UUID.randomUUID().toString(),
            journey.probe().id(),
            "local",
            Trigger.REQUEST,
            clock.instant());
    return journey.run(ticket, journey.probe().target().users());
  }

  @Override
  public void close() {
    wire.close();
  }
}
