package io.goldenpath.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Whether those who are told of incidents take the messages. */
public final class NotifyMeters {

  private final SeriesGroup series;
  private Set<String> shown = Set.of();

  public NotifyMeters(MeterRegistry registry, String location) {
    this.series = new SeriesGroup(registry, Tags.of("location", location));
  }

  /** These are the receivers, and no others. */
  public synchronized void receivers(Set<String> names, Predicate<String> failing) {
    if (!names.equals(shown)) {
      shown = Set.copyOf(names);
      Map<List<String>, Supplier<Number>> rows = new HashMap<>();
      names.forEach(name -> rows.put(List.of(name), () -> failing.test(name) ? 1 : 0));
      series.rows(MonitorMeter.RECEIVER_FAILING, rows);
    }
  }
}
