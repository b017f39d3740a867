package io.goldenpath.metrics;

import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.probe.ProbeId;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.RunInfo;
import io.goldenpath.model.run.RunListener;
import io.goldenpath.model.run.SkippedRun;
import io.goldenpath.model.run.Trigger;
import io.goldenpath.settings.service.MetricsSettings;
import io.goldenpath.verdict.VerdictBoard;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Series of all probes, and those of their schedule as a whole. Those of a probe that is no longer
 * watched are removed.
 */
public final class RunMeters implements RunListener {

  private final MeterRegistry registry;
  private final VerdictBoard board;
  private final String location;
  private final MetricsSettings settings;
  private final SeriesGroup schedule;
  private final Map<String, ProbeId> inFlight = new ConcurrentHashMap<>();
  private final Map<ProbeId, ProbeMeters> probes = new HashMap<>();

  /** Asks the board whenever series are read; {@code location} is a label on each of them. */
  public RunMeters(
      MeterRegistry registry, VerdictBoard board, String location, MetricsSettings settings) {
    this.registry = registry;
    this.board = board;
    this.location = location;
    this.settings = settings;
    this.schedule = new SeriesGroup(registry, Tags.of("location", location), settings);
    schedule.timer(MonitorMeter.LATENESS);
    schedule.gauge(MonitorMeter.IN_FLIGHT, inFlight::size);
  }

  @Override
  public synchronized void watching(List<Probe> watched) {
    Map<ProbeId, ProbeMeters> gone = new HashMap<>(probes);
    watched.forEach(probe -> gone.remove(probe.id()));
    gone.values().forEach(ProbeMeters::remove);
    probes.keySet().removeAll(gone.keySet());
    inFlight.values().removeAll(gone.keySet());
    for (Probe probe : watched) {
      probes.computeIfAbsent(probe.id(), _ -> create(probe)).settingsChanged(probe);
    }
  }

  @Override
  public synchronized void started(RunInfo info, Duration lateness) {
    if (probes.containsKey(info.probe())) {
      inFlight.put(info.id(), info.probe());
      if (info.trigger() == Trigger.SCHEDULE) {
        schedule.record(MonitorMeter.LATENESS, lateness);
      }
    }
  }

  @Override
  public synchronized void finished(Run run) {
    inFlight.remove(run.id());
    meters(run.probe())
        .ifPresent(meters -> RunExemplars.during(run.info(), () -> meters.finished(run)));
  }

  @Override
  public synchronized void skipped(ProbeId probe, SkippedRun skipped) {
    meters(probe).ifPresent(meters -> meters.skipped(skipped));
  }

  private ProbeMeters create(Probe probe) {
    ProbeMeters meters =
        new ProbeMeters(
            probe,
            settings,
            new SeriesGroup(registry, SeriesGroup.labels(probe.id(), location), settings),
            board);
    board.state(probe.id()).ifPresent(meters::restored);
    return meters;
  }

  private Optional<ProbeMeters> meters(ProbeId probe) {
    return Optional.ofNullable(probes.get(probe));
  }
}
