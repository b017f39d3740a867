package io.goldenpath.metrics;

import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.probe.ProbeId;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.RunInfo;
import io.goldenpath.model.run.RunListener;
import io.goldenpath.model.run.SkippedRun;
import io.goldenpath.settings.service.HistogramBuckets;
import io.goldenpath.verdict.VerdictBoard;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Series of all probes. Those of a probe that is no longer watched are removed. */
public final class RunMeters implements RunListener {

  private final MeterRegistry registry;
  private final VerdictBoard board;
  private final String location;
  private final HistogramBuckets buckets;
  private final Map<ProbeId, ProbeMeters> probes = new HashMap<>();

  /** Asks the board whenever series are read; {@code location} is a label on each of them. */
  public RunMeters(
      MeterRegistry registry, VerdictBoard board, String location, HistogramBuckets buckets) {
    this.registry = registry;
    this.board = board;
    this.location = location;
    this.buckets = buckets;
  }

  @Override
  public synchronized void watching(List<Probe> watched) {
    Map<ProbeId, ProbeMeters> gone = new HashMap<>(probes);
    watched.forEach(probe -> gone.remove(probe.id()));
    gone.values().forEach(ProbeMeters::remove);
    probes.keySet().removeAll(gone.keySet());
    for (Probe probe : watched) {
      probes.computeIfAbsent(probe.id(), _ -> create(probe)).settingsChanged(probe);
    }
  }

  @Override
  public synchronized void started(RunInfo info, Duration lateness) {
    meters(info.probe()).ifPresent(meters -> meters.started(info, lateness));
  }

  @Override
  public synchronized void finished(Run run) {
    meters(run.probe()).ifPresent(meters -> meters.finished(run));
  }

  @Override
  public synchronized void skipped(ProbeId probe, SkippedRun skipped) {
    meters(probe).ifPresent(meters -> meters.skipped(skipped));
  }

  private ProbeMeters create(Probe probe) {
    ProbeMeters meters =
        new ProbeMeters(
            probe,
            new SeriesGroup(registry, SeriesGroup.labels(probe.id(), location), buckets),
            board);
    board.state(probe.id()).ifPresent(meters::restored);
    return meters;
  }

  private Optional<ProbeMeters> meters(ProbeId probe) {
    return Optional.ofNullable(probes.get(probe));
  }
}
