package io.goldenpath.metrics;

import io.goldenpath.model.probe.ProbeId;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;

/** All series of one probe: each has its three labels, and they leave together. */
final class ProbeSeries {

  private static final Duration[] BUCKETS =
      DoubleStream.of(0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60)
          .mapToObj(seconds -> Duration.ofMillis(Math.round(seconds * 1000)))
          .toArray(Duration[]::new);

  private final MeterRegistry registry;
  private final Tags tags;
  private final Map<Meter.Id, Meter> meters = new ConcurrentHashMap<>();

  ProbeSeries(MeterRegistry registry, String location, ProbeId probe) {
    this.registry = registry;
    this.tags =
        Tags.of("target", probe.target(), "journey", probe.journey().label(), "location", location);
  }

  Counter counter(String name, String description, String... labels) {
    return remember(
        Counter.builder(name).description(description).tags(tags.and(labels)).register(registry));
  }

  /**
   * Takes what is below zero for zero: under load a fast answer is stamped before the write that it
   * answers, and Micrometer refuses negative times.
   */
  static void record(Timer histogram, Duration took) {
    histogram.record(took.isNegative() ? Duration.ZERO : took);
  }

  Timer histogram(String name, String description, String... labels) {
    return remember(
        Timer.builder(name)
            .description(description)
            .tags(tags.and(labels))
            .serviceLevelObjectives(BUCKETS)
            .register(registry));
  }

  /** A second gauge of the same name and labels leaves the first one in its place. */
  void gauge(String name, String description, Supplier<Number> value, String... labels) {
    Tags all = tags.and(labels);
    meters.computeIfAbsent(
        new Meter.Id(name, all, null, description, Meter.Type.GAUGE),
        _ -> Gauge.builder(name, value).description(description).tags(all).register(registry));
  }

  void remove() {
    removeIf(_ -> true);
  }

  /** All of this name that have these labels. */
  void remove(String name, String... labels) {
    List<Tag> all = tags.and(labels).stream().toList();
    removeIf(
        meter -> meter.getId().getName().equals(name) && meter.getId().getTags().containsAll(all));
  }

  private void removeIf(Predicate<Meter> leaving) {
    List<Meter> gone = meters.values().stream().filter(leaving).toList();
    gone.forEach(registry::remove);
    meters.values().removeAll(gone);
  }

  private <M extends Meter> M remember(M meter) {
    meters.put(meter.getId(), meter);
    return meter;
  }
}
