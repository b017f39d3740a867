package io.goldenpath.metrics;

import static io.goldenpath.model.run.SampleRuns.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.SampleRuns;
import io.goldenpath.verdict.VerdictBoard;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TargetMetersTests {

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private Instant now = NOON;
  private final VerdictBoard board = new VerdictBoard(() -> now, List.of());
  private final TargetMeters meters = new TargetMeters(registry, board, "local");
  private final Probe staging = SampleRuns.probe("staging");

  @Test
  void countWhatIsWatched() {
    watch(staging, SampleRuns.recovery("staging"), SampleRuns.probe("production"));
    assertThat(registry.scrape())
        .contains("goldenpath_targets{location=\"local\"} 2.0\n")
        .contains("goldenpath_probes{location=\"local\"} 3.0\n")
        .contains("goldenpath_targets_removed{location=\"local\"} 0.0\n");

    watch();

    assertThat(registry.scrape())
        .contains("goldenpath_targets{location=\"local\"} 0.0\n")
        .contains("goldenpath_probes{location=\"local\"} 0.0\n");
  }

  @Test
  void tellForAnHourOfATargetThatIsGone() {
    watch(staging, SampleRuns.probe("production"));
    watch(staging);
    assertThat(removed()).isTrue();

    now = now.plus(Duration.ofMinutes(60));
    assertThat(removed()).isTrue();
    now = now.plusSeconds(1);
    assertThat(removed()).isFalse();
  }

  @Test
  void forgetATargetThatIsBack() {
    watch(staging, SampleRuns.probe("production"));
    watch(staging);
    watch(staging, SampleRuns.probe("production"));

    assertThat(removed()).isFalse();
  }

  private void watch(Probe... probes) {
    board.watching(List.of(probes));
    meters.watching(List.of(probes));
  }

  private boolean removed() {
    return registry.scrape().contains("goldenpath_targets_removed{location=\"local\"} 1.0\n");
  }
}
