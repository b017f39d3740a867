package io.goldenpath.metrics;

import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.RunListener;
import io.goldenpath.verdict.VerdictBoard;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.List;

/** How much is watched, and whether less than an hour ago more was. */
public final class TargetMeters implements RunListener {

  private final VerdictBoard board;
  private final SeriesGroup series;

  public TargetMeters(MeterRegistry registry, VerdictBoard board, String location) {
    this.board = board;
    this.series = new SeriesGroup(registry, Tags.of("location", location));
  }

  @Override
  public void watching(List<Probe> watched) {
    long targets = watched.stream().map(probe -> probe.target().name()).distinct().count();
    series.gauge(MonitorMeter.TARGETS, () -> targets);
    series.gauge(MonitorMeter.PROBES, watched::size);
    series.gauge(MonitorMeter.TARGETS_REMOVED, () -> board.removedTargets().size());
  }

  @Override
  public void finished(Run run) {}
}
