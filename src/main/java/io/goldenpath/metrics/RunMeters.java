package io.goldenpath.metrics;

import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.probe.ProbeId;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.RunInfo;
import io.goldenpath.model.run.RunListener;
import io.goldenpath.model.run.SkipReason;
import io.goldenpath.verdict.VerdictBoard;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns runs into series. A probe that is no longer watched takes its series with it. */
public final class RunMeters implements RunListener {

  private final MeterRegistry registry;
  private final VerdictBoard board;
  private final String location;
  private final Map<ProbeId, ProbeMeters> probes = new HashMap<>();

  /**
   * Series in this registry.
   *
   * @param board says which verdict is current when the series are read
   * @param location where the monitor stands, a label on every series
   */
  public RunMeters(MeterRegistry registry, VerdictBoard board, String location) {
    this.registry = registry;
    this.board = board;
    this.location = location;
  }

  @Override
  public synchronized void watching(List<Probe> watched) {
    Map<ProbeId, ProbeMeters> before = Map.copyOf(probes);
    probes.clear();
    before.forEach((id, meters) -> {
      if (watched.stream().map(Probe::id).noneMatch(id::equals)) {
        meters.remove();
      }
    });
    watched.forEach(probe -> probes.put(probe.id(), meters(probe, before.get(probe.id()))));
  }

  @Override
  public synchronized void started(RunInfo ticket, Duration lateness) {
    meters(ticket.probe()).ifPresent(meters -> meters.started(ticket, lateness));
  }

  @Override
  public synchronized void finished(Run run) {
    meters(run.probe()).ifPresent(meters -> meters.finished(run));
  }

  @Override
  public synchronized void skipped(ProbeId probe, SkipReason reason) {
    meters(probe).ifPresent(meters -> meters.skipped(reason));
  }

  private ProbeMeters meters(Probe probe, @Nullable ProbeMeters before) {
    if (before == null) {
      return new ProbeMeters(probe, new ProbeSeries(registry, location, probe.id()), board);
    }
    return before.withSettings(probe);
  }

  private Optional<ProbeMeters> meters(ProbeId probe) {
    return Optional.ofNullable(probes.get(probe));
  }
}
