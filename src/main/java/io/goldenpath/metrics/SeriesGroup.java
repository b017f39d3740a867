package io.goldenpath.metrics;

import io.goldenpath.model.probe.ProbeId;
import io.goldenpath.settings.service.MetricsSettings;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Series that share labels and are removed together. */
final class SeriesGroup {

  private final MeterRegistry registry;
  private final Tags tags;
  private final MetricsSettings settings;
  private final Map<Series, Counter> counters = new HashMap<>();
  private final Map<Series, Timer> timers = new HashMap<>();
  private final Map<MonitorMeter, GaugeRows> gauges = new EnumMap<>(MonitorMeter.class);

  /** The registry would build all of its labels to find one again. */
  private record Series(MonitorMeter meter, List<String> labels) {}

  SeriesGroup(MeterRegistry registry, Tags tags) {
    this(registry, tags, MetricsSettings.USUAL);
  }

  SeriesGroup(MeterRegistry registry, Tags tags, MetricsSettings settings) {
    this.registry = registry;
    this.tags = tags;
    this.settings = settings;
  }

  /** Those of every series of a probe. */
  static Tags labels(ProbeId probe, String location) {
    return Tags.of("target", probe.target(), "journey", probe.journey().label())
        .and("location", location);
  }

  Counter counter(MonitorMeter meter, String... labels) {
    return counters.computeIfAbsent(new Series(meter, List.of(labels)), this::register);
  }

  private Counter register(Series series) {
    return Counter.builder(series.meter().meterName())
        .description(series.meter().help())
        .tags(tags.and(series.meter().tags(series.labels())))
        .register(registry);
  }

  /** Reads its value whenever series are read; {@code total} must never fall. */
  void counter(MonitorMeter meter, Supplier<Number> total) {
    FunctionCounter.builder(meter.meterName(), total, count -> count.get().doubleValue())
        .description(meter.help())
        .baseUnit(meter.unit())
        .tags(tags)
        .register(registry);
  }

  Timer timer(MonitorMeter meter, String... labels) {
    return timers.computeIfAbsent(new Series(meter, List.of(labels)), this::registerTimer);
  }

  private Timer registerTimer(Series series) {
    return Timer.builder(series.meter().meterName())
        .description(series.meter().help())
        .tags(tags.and(series.meter().tags(series.labels())))
        .serviceLevelObjectives(series.meter().bounds(settings).toArray(Duration[]::new))
        .register(registry);
  }

  /**
   * Takes what is below zero for zero: under load a fast answer is stamped before the write that it
   * answers, and Micrometer refuses negative times.
   */
  void record(MonitorMeter meter, Duration time, String... labels) {
    timer(meter, labels).record(time.isNegative() ? Duration.ZERO : time);
  }

  /** Rows by the values of the gauge's labels; a row that is not among them is removed. */
  void rows(MonitorMeter meter, Map<List<String>, Supplier<Number>> rows) {
    gauge(meter).replace(rows);
  }

  /** One row; the others stay as they are. */
  void row(MonitorMeter meter, Instant value, String... labels) {
    gauge(meter).put(List.of(labels), () -> seconds(value));
  }

  void gauge(MonitorMeter meter, Supplier<Number> value, String... labels) {
    rows(meter, Map.of(List.of(labels), value));
  }

  void gauge(MonitorMeter meter, Duration value) {
    gauge(meter, () -> seconds(value));
  }

  void gauge(MonitorMeter meter, Instant value) {
    gauge(meter, () -> seconds(value));
  }

  /** No row without a value. */
  void gauge(MonitorMeter meter, Optional<Duration> value) {
    value.ifPresentOrElse(time -> gauge(meter, time), () -> rows(meter, Map.of()));
  }

  void remove() {
    counters.values().forEach(registry::remove);
    timers.values().forEach(registry::remove);
    gauges.values().forEach(rows -> rows.replace(Map.of()));
  }

  static double seconds(Duration time) {
    return time.toNanos() / 1e9;
  }

  private static double seconds(Instant time) {
    return time.toEpochMilli() / 1e3;
  }

  private GaugeRows gauge(MonitorMeter meter) {
    return gauges.computeIfAbsent(meter, _ -> new GaugeRows(registry, meter, tags));
  }
}
