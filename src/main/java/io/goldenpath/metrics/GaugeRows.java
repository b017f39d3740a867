package io.goldenpath.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Gauge with rows that come and go. */
final class GaugeRows {

  private final MonitorMeter meter;
  private final MultiGauge gauge;
  private final Map<List<String>, Supplier<Number>> values = new ConcurrentHashMap<>();

  GaugeRows(MonitorMeter meter, MeterRegistry registry, Tags tags) {
    this.meter = meter;
    this.gauge =
        MultiGauge.builder(meter.meterName())
            .description(meter.help())
            .baseUnit(meter.unit())
            .tags(tags)
            .register(registry);
  }

  /** A row that stays keeps what it was registered with, so each reads its value from here. */
  void replace(Map<List<String>, Supplier<Number>> rows) {
    values.putAll(rows);
    values.keySet().retainAll(rows.keySet());
    gauge.register(
        rows.keySet().stream()
            .map(labels -> MultiGauge.Row.of(meter.tags(labels), () -> value(labels)))
            .toList());
  }

  private Number value(List<String> labels) {
    return values.getOrDefault(labels, () -> Double.NaN).get();
  }
}
