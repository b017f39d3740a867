package io.goldenpath.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Series of one gauge, which come and go. */
final class GaugeRows {

  private final MeterRegistry registry;
  private final MonitorMeter meter;
  private final Tags tags;
  private final Map<List<String>, Row> rows = new HashMap<>();

  GaugeRows(MeterRegistry registry, MonitorMeter meter, Tags tags) {
    this.registry = registry;
    this.meter = meter;
    this.tags = tags;
  }

  /** By the values of the gauge's labels; a row that is not among them is removed. */
  synchronized void replace(Map<List<String>, Supplier<Number>> values) {
    rows.entrySet()
        .removeIf(row -> {
          boolean gone = !values.containsKey(row.getKey());
          if (gone) {
            registry.remove(row.getValue().gauge);
          }
          return gone;
        });
    values.forEach(this::put);
  }

  /** The others stay as they are. */
  synchronized void put(List<String> labels, Supplier<Number> value) {
    Row row = rows.get(labels);
    if (row == null) {
      rows.put(labels, new Row(labels, value));
    } else {
      row.value = value;
    }
  }

  /** One series. */
  private final class Row {

    private final Gauge gauge;
    private volatile Supplier<Number> value;

    private Row(List<String> labels, Supplier<Number> value) {
      this.value = value;
      this.gauge =
          Gauge.builder(meter.meterName(), () -> this.value.get())
              .description(meter.help())
              .baseUnit(meter.unit())
              .tags(tags.and(meter.tags(labels)))
              .register(registry);
    }
  }
}
