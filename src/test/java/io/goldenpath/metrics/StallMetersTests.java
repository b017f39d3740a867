package io.goldenpath.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class StallMetersTests {

  @Test
  void countSecondsOfNoTarget() {
    AtomicReference<Duration> stalled = new AtomicReference<>(Duration.ZERO);
    PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    StallMeters meters = new StallMeters(registry, "local", stalled::get);

    assertThat(meters).isNotNull();
    assertThat(registry.scrape())
        .contains("goldenpath_stalled_seconds_total{location=\"local\"} 0.0\n");
    stalled.set(Duration.ofMillis(1250));
    assertThat(registry.scrape())
        .contains("goldenpath_stalled_seconds_total{location=\"local\"} 1.25\n");
  }
}
