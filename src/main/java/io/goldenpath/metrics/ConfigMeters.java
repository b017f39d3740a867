package io.goldenpath.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Instant;

/** Whether the settings in use are those on disk, and which version of the monitor runs. */
public final class ConfigMeters {

  private final SeriesGroup series;

  public ConfigMeters(MeterRegistry registry, String location, String version, Instant readAt) {
    series = new SeriesGroup(registry, Tags.of("location", location));
    series.gauge(MonitorMeter.BUILD_INFO, () -> 1, version);
    reloaded(readAt);
  }

  public void reloaded(Instant at) {
    series.gauge(MonitorMeter.RELOAD_SUCCESSFUL, () -> 1);
    series.gauge(MonitorMeter.RELOAD_SUCCESS_TIME, at);
  }

  public void refused() {
    series.gauge(MonitorMeter.RELOAD_SUCCESSFUL, () -> 0);
  }
}
