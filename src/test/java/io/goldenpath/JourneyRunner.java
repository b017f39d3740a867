package io.goldenpath;

import io.goldenpath.model.run.Journey;
import io.goldenpath.model.run.ProgressListener;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.RunInfo;
import io.goldenpath.model.run.Trigger;
import io.goldenpath.model.time.Stopwatch;
import io.goldenpath.settings.reader.ProbeSetup;
import io.goldenpath.wire.TlsEngineFactory;
import io.goldenpath.wire.WireClient;
import java.time.InstantSource;
import java.util.UUID;

/** Walks probes' journeys with the monitor's own parts, over real sockets. */
public final class JourneyRunner implements AutoCloseable {

  private final InstantSource clock = InstantSource.system();
  private final WireClient wire;

  public JourneyRunner() {
    this(TlsEngineFactory.JVM);
  }

  /** Trusts whom these engines trust. */
  public JourneyRunner(TlsEngineFactory engines) {
    this.wire = WireClient.open(MonitorVersion.userAgent(), engines, Stopwatch.SYSTEM);
  }

  /** Where the sockets come from. */
  WireClient wire() {
    return wire;
  }

  /** The journey of this probe, whose users have not logged in yet. */
  public Journey journey(ProbeSetup setup) {
    return new JourneyFactory(wire, clock, Stopwatch.SYSTEM).create(setup, ProgressListener.NONE);
  }

  /** Walks it once, with all users of its target. */
  public Run run(Journey journey) throws InterruptedException {
    RunInfo ticket =
        new RunInfo(
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
