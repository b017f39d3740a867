package io.goldenpath.metrics;

import static io.goldenpath.model.run.SampleRuns.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.junit.jupiter.api.Test;

class ConfigMetersTests {

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final ConfigMeters meters = new ConfigMeters(registry, "local", "0.1.0", NOON);

  @Test
  void tellsVersionAndReload() {
    assertThat(registry.scrape())
        .contains("goldenpath_build_info{location=\"local\",version=\"0.1.0\"} 1\n")
        .contains("goldenpath_config_last_reload_successful{location=\"local\"} 1.0\n")
        .contains(reloadedAt((double) NOON.getEpochSecond()));
  }

  @Test
  void keepsTheTimeOfTheLastGoodReloadWhenOneIsRefused() {
    meters.refused();

    assertThat(registry.scrape())
        .contains("goldenpath_config_last_reload_successful{location=\"local\"} 0.0\n")
        .contains(reloadedAt((double) NOON.getEpochSecond()));

    meters.reloaded(NOON.plusSeconds(60));

    assertThat(registry.scrape())
        .contains("goldenpath_config_last_reload_successful{location=\"local\"} 1.0\n")
        .contains(reloadedAt((double) NOON.getEpochSecond() + 60));
  }

  private static String reloadedAt(double seconds) {
    return "goldenpath_config_last_reload_success_timestamp_seconds{location=\"local\"} "
        + seconds
        + "\n";
  }
}
