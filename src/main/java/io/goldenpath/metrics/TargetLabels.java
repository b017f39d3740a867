package io.goldenpath.metrics;

import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.RunListener;
import io.goldenpath.model.target.Target;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the settings say of each target besides: one series, with their labels. */
public final class TargetLabels implements RunListener {

  private final MeterRegistry registry;
  private final String location;
  private @Nullable MultiGauge series;

  public TargetLabels(MeterRegistry registry, String location) {
    this.registry = registry;
    this.location = location;
  }

  /** The registry wants the same labels of all series, so that a target may have some empty. */
  @Override
  public synchronized void watching(List<Probe> watched) {
    Map<String, Target> targets = new TreeMap<>();
    watched.forEach(probe -> targets.put(probe.target().name(), probe.target()));
    SortedSet<String> names = new TreeSet<>();
    targets.values().forEach(target -> names.addAll(target.labels().keySet()));
    if (series != null) {
      series.register(List.of());
    }
    series =
        MultiGauge.builder(MonitorMeter.TARGET_INFO.meterName())
            .description(MonitorMeter.TARGET_INFO.help())
            .tag("location", location)
            .register(registry);
    series.register(targets.values().stream().map(target -> row(target, names)).toList());
  }

  @Override
  public void finished(Run run) {}

  private static MultiGauge.Row<?> row(Target target, SortedSet<String> names) {
    Stream<String> labels =
        names.stream().flatMap(name -> Stream.of(name, target.labels().getOrDefault(name, "")));
    return MultiGauge.Row.of(
        Tags.of(labels.toArray(String[]::new)).and("target", target.name()), () -> 1);
  }
}
