package io.goldenpath.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Whether those who are told of incidents take the messages. */
public final class NotifyMeters {

  private final MeterRegistry registry;
  private final Tags tags;
  private final Map<String, SeriesGroup> receivers = new HashMap<>();

  /**
   * How it goes with one receiver.
   *
   * @param dropped How many messages were given up.
   */
  public record DeliveryState(boolean failing, int waiting, long dropped) {}

  public NotifyMeters(MeterRegistry registry, String location) {
    this.registry = registry;
    this.tags = Tags.of("location", location);
  }

  /** These are the receivers, and no others. */
  public synchronized void receivers(
      Set<String> names, Function<String, DeliveryState> deliveries) {
    receivers.entrySet().removeIf(known -> !names.contains(known.getKey()) && removed(known));
    for (String name : names) {
      SeriesGroup series = receivers.computeIfAbsent(name, fresh -> registered(fresh, deliveries));
      Counter dropped = series.counter(MonitorMeter.RECEIVER_DROPPED, name);
      dropped.increment(Math.max(0, deliveries.apply(name).dropped() - dropped.count()));
    }
  }

  private SeriesGroup registered(String name, Function<String, DeliveryState> deliveries) {
    SeriesGroup series = new SeriesGroup(registry, tags);
    series.gauge(
        MonitorMeter.RECEIVER_FAILING, () -> deliveries.apply(name).failing() ? 1 : 0, name);
    series.gauge(MonitorMeter.RECEIVER_WAITING, () -> deliveries.apply(name).waiting(), name);
    return series;
  }

  private static boolean removed(Map.Entry<String, SeriesGroup> known) {
    known.getValue().remove();
    return true;
  }
}
