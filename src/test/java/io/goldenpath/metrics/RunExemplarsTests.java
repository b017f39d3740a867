package io.goldenpath.metrics;

import static io.goldenpath.model.run.SampleRuns.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.RunTrace;
import io.goldenpath.model.run.SampleRuns;
import io.goldenpath.settings.service.MetricsSettings;
import io.goldenpath.verdict.VerdictBoard;
import io.micrometer.core.instrument.Clock;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunExemplarsTests {

  private static final String OPEN_METRICS = "application/openmetrics-text";
  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

  private final Probe probe = SampleRuns.probe("staging");
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(
          PrometheusConfig.DEFAULT, new PrometheusRegistry(), Clock.SYSTEM, new RunExemplars());
  private final VerdictBoard board = new VerdictBoard(() -> NOON, List.of());
  private final RunMeters meters = new RunMeters(registry, board, "local", MetricsSettings.USUAL);

  @ParameterizedTest
  @ValueSource(strings = {"run_duration_seconds", "first_event_seconds", "answer_seconds"})
  void histogramsKeepTheTraceOfARun(String name) {
    finish(SampleRuns.traced(run(), new RunTrace(TRACE, "b7ad6b7169203331", true)));

    assertThat(registry.scrape(OPEN_METRICS).lines())
        .filteredOn(line -> line.startsWith("goldenpath_" + name + "_bucket"))
        .anySatisfy(line -> assertThat(line).contains("trace_id=\"" + TRACE + "\""));
  }

  @Test
  void aPlainScrapeHasNone() {
    finish(SampleRuns.traced(run(), new RunTrace(TRACE, "b7ad6b7169203331", true)));

    assertThat(registry.scrape()).doesNotContain("trace_id", TRACE);
  }

  @Test
  void aRunWhoseTraceIsNotKeptLeavesNone() {
    finish(run());
    finish(SampleRuns.traced(run(), new RunTrace(TRACE, "b7ad6b7169203331", false)));

    assertThat(registry.scrape(OPEN_METRICS)).doesNotContain("trace_id");
  }

  private Run run() {
    return SampleRuns.passed(probe, "a", NOON);
  }

  private void finish(Run run) {
    meters.watching(List.of(probe));
    meters.finished(run);
  }
}
