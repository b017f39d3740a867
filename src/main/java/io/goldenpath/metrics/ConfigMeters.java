package io.goldenpath.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;

/** Whether the settings in force are the ones that were last written, and which version runs. */
public final class ConfigMeters {

  private volatile boolean successful = true;
  private volatile Instant successAt;

  /** Series in this registry for settings that were read at this time. */
  public ConfigMeters(MeterRegistry registry, String location, String version, Instant readAt) {
    this.successAt = readAt;
    Gauge.builder("goldenpath.config.last.reload.successful", () -> successful ? 1 : 0)
        .description("Whether the settings could be read when they last changed.")
        .tag("location", location)
        .register(registry);
    Gauge.builder(
            "goldenpath.config.last.reload.success.timestamp.seconds",
            () -> successAt.toEpochMilli() / 1e3)
        .description("When settings were last taken up, in Unix time.")
        .tag("location", location)
        .register(registry);
    Gauge.builder("goldenpath.build.info", () -> 1)
        .description("Which version of the monitor runs; always 1.")
        .tags("location", location, "version", version)
        .register(registry);
  }

  /** Changed settings were taken up. */
  public void reloaded(Instant at) {
    successAt = at;
    successful = true;
  }

  /** Changed settings were refused; the old ones stay in force. */
  public void refused() {
    successful = false;
  }
}
