package io.goldenpath.metrics;

import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.RunListener;
import io.goldenpath.regression.RegressionBoard;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** When each target's release last changed. Which it is has no label: releases have no end. */
public final class ReleaseMeters implements RunListener {

  private final MeterRegistry registry;
  private final RegressionBoard board;
  private final String location;
  private final Map<String, SeriesGroup> targets = new HashMap<>();

  public ReleaseMeters(MeterRegistry registry, RegressionBoard board, String location) {
    this.registry = registry;
    this.board = board;
    this.location = location;
  }

  @Override
  public synchronized void watching(List<Probe> probes) {
    Set<String> watched =
        probes.stream().map(probe -> probe.target().name()).collect(Collectors.toSet());
    targets.forEach((target, series) -> {
      if (!watched.contains(target)) {
        series.remove();
      }
    });
    targets.keySet().retainAll(watched);
    watched.forEach(target -> targets.computeIfAbsent(target, this::create));
  }

  @Override
  public void finished(Run run) {}

  private SeriesGroup create(String target) {
    SeriesGroup series = new SeriesGroup(registry, Tags.of("target", target, "location", location));
    series.gauge(MonitorMeter.RELEASE, () -> changedAt(target));
    return series;
  }

  /** No number where no release is known. */
  private Number changedAt(String target) {
    return board.markers(target).stream()
        .findFirst()
        .map(marker -> marker.at().toEpochMilli() / 1e3)
        .orElse(Double.NaN);
  }
}
