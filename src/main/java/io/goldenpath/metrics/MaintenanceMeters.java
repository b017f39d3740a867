package io.goldenpath.metrics;

import io.goldenpath.maintenance.MaintenanceBoard;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.probe.ProbeId;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.RunListener;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which probes are in maintenance; the alert rules read it. */
public final class MaintenanceMeters implements RunListener {

  private final MeterRegistry registry;
  private final MaintenanceBoard board;
  private final String location;
  private final Map<ProbeId, SeriesGroup> probes = new HashMap<>();

  public MaintenanceMeters(MeterRegistry registry, MaintenanceBoard board, String location) {
    this.registry = registry;
    this.board = board;
    this.location = location;
  }

  @Override
  public synchronized void watching(List<Probe> watched) {
    List<ProbeId> ids = watched.stream().map(Probe::id).toList();
    probes.forEach((id, series) -> {
      if (!ids.contains(id)) {
        series.remove();
      }
    });
    probes.keySet().retainAll(ids);
    ids.forEach(id -> probes.computeIfAbsent(id, this::create));
  }

  @Override
  public void finished(Run run) {}

  private SeriesGroup create(ProbeId id) {
    SeriesGroup series = new SeriesGroup(registry, SeriesGroup.labels(id, location));
    series.gauge(MonitorMeter.MAINTENANCE, () -> board.current(id).isPresent() ? 1 : 0);
    return series;
  }
}
