package io.goldenpath.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.function.Supplier;

/** How long the monitor itself stood still. */
public final class StallMeters {

  /** The registry does not keep what it reads from alive. */
  private final Supplier<Number> stalled;

  public StallMeters(MeterRegistry registry, String location, Supplier<Duration> stalled) {
    this.stalled = () -> SeriesGroup.seconds(stalled.get());
    new SeriesGroup(registry, Tags.of("location", location))
        .counter(MonitorMeter.STALLED, this.stalled);
  }
}
