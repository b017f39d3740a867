package io.goldenpath.metrics;

import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.probe.ProbeId;
import io.goldenpath.model.probe.ServiceLevelObjective;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.RunListener;
import io.goldenpath.slo.RunCounts;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs that count for an objective, of probes that have one. */
public final class SloMeters implements RunListener {

  private final MeterRegistry registry;
  private final String location;
  private final Map<ProbeId, SloSeries> probes = new HashMap<>();

  private record SloSeries(SeriesGroup group, @Nullable ServiceLevelObjective objective) {}

  public SloMeters(MeterRegistry registry, String location) {
    this.registry = registry;
    this.location = location;
  }

  @Override
  public synchronized void watching(List<Probe> watched) {
    Map<ProbeId, SloSeries> before = Map.copyOf(probes);
    probes.clear();
    Map<ProbeId, SloSeries> gone = new HashMap<>(before);
    watched.forEach(probe -> gone.remove(probe.id()));
    gone.values().forEach(series -> series.group().remove());
    for (Probe probe : watched) {
      SloSeries known = before.get(probe.id());
      SeriesGroup group = known == null ? group(probe.id()) : known.group();
      SloSeries series = new SloSeries(group, probe.serviceLevel().objective());
      probes.put(probe.id(), series);
      register(series);
    }
  }

  @Override
  public synchronized void finished(Run run) {
    SloSeries series = probes.get(run.probe());
    if (series != null && series.objective() != null && RunCounts.counts(run)) {
      count(series.group(), RunCounts.isGood(run, series.objective())).increment();
    }
  }

  private SeriesGroup group(ProbeId id) {
    return new SeriesGroup(registry, SeriesGroup.labels(id, location));
  }

  private static void register(SloSeries series) {
    ServiceLevelObjective objective = series.objective();
    if (objective == null) {
      series.group().rows(MonitorMeter.SLO_OBJECTIVE, Map.of());
    } else {
      double ratio = objective.ratio().doubleValue();
      series.group().gauge(MonitorMeter.SLO_OBJECTIVE, () -> ratio);
      count(series.group(), true);
      count(series.group(), false);
    }
  }

  private static Counter count(SeriesGroup group, boolean good) {
    return group.counter(MonitorMeter.SLO_RUNS, String.valueOf(good));
  }
}
