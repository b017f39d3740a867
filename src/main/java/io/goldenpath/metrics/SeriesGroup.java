package io.goldenpath.metrics;

import io.goldenpath.model.probe.ProbeId;
import io.goldenpath.settings.service.HistogramBuckets;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.search.Search;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Series that share labels and are removed together. */
final class SeriesGroup {

  private final MeterRegistry registry;
  private final Tags tags;
  private final HistogramBuckets buckets;
  private final Map<MonitorMeter, GaugeRows> gauges = new EnumMap<>(MonitorMeter.class);

  SeriesGroup(MeterRegistry registry, Tags tags) {
    this(registry, tags, HistogramBuckets.USUAL);
  }

  SeriesGroup(MeterRegistry registry, Tags tags, HistogramBuckets buckets) {
    this.registry = registry;
    this.tags = tags;
    this.buckets = buckets;
  }

  /** Those of every series of a probe. */
  static Tags labels(ProbeId probe, String location) {
    return Tags.of("target", probe.target(), "journey", probe.journey().label())
        .and("location", location);
  }

  Counter counter(MonitorMeter meter, String... labels) {
    return Counter.builder(meter.meterName())
        .description(meter.help())
        .tags(tags.and(meter.tags(List.of(labels))))
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
    return Timer.builder(meter.meterName())
        .description(meter.help())
        .tags(tags.and(meter.tags(List.of(labels))))
        .serviceLevelObjectives(meter.bounds(buckets).toArray(Duration[]::new))
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
    gauges.computeIfAbsent(meter, GaugeRows::new).replace(rows);
  }

  /** One row; the others stay as they are. */
  void row(MonitorMeter meter, Instant value, String... labels) {
    gauges
        .computeIfAbsent(meter, GaugeRows::new)
        .put(List.of(labels), () -> value.toEpochMilli() / 1e3);
  }

  void gauge(MonitorMeter meter, Supplier<Number> value, String... labels) {
    rows(meter, Map.of(List.of(labels), value));
  }

  void gauge(MonitorMeter meter, Duration value) {
    gauge(meter, () -> seconds(value));
  }

  void gauge(MonitorMeter meter, Instant value) {
    gauge(meter, () -> value.toEpochMilli() / 1e3);
  }

  /** No row without a value. */
  void gauge(MonitorMeter meter, Optional<Duration> value) {
    value.ifPresentOrElse(time -> gauge(meter, time), () -> rows(meter, Map.of()));
  }

  void remove() {
    Search.in(registry).tags(tags).meters().forEach(registry::remove);
  }

  static double seconds(Duration time) {
    return time.toNanos() / 1e9;
  }

  /** Gauge with rows that come and go. */
  private final class GaugeRows {

    private final MonitorMeter meter;
    private final MultiGauge gauge;
    private final Map<List<String>, Supplier<Number>> values = new ConcurrentHashMap<>();

    private GaugeRows(MonitorMeter meter) {
      this.meter = meter;
      this.gauge =
          MultiGauge.builder(meter.meterName())
              .description(meter.help())
              .baseUnit(meter.unit())
              .tags(tags)
              .register(registry);
    }

    /** A row that stays keeps what it was registered with, so each reads its value from here. */
    private void replace(Map<List<String>, Supplier<Number>> rows) {
      values.putAll(rows);
      values.keySet().retainAll(rows.keySet());
      gauge.register(
          rows.keySet().stream()
              .map(labels -> MultiGauge.Row.of(meter.tags(labels), () -> value(labels)))
              .toList());
    }

    private void put(List<String> labels, Supplier<Number> value) {
      Map<List<String>, Supplier<Number>> all = new HashMap<>(values);
      all.put(labels, value);
      replace(all);
    }

    private Number value(List<String> labels) {
      return values.getOrDefault(labels, () -> Double.NaN).get();
    }
  }
}
