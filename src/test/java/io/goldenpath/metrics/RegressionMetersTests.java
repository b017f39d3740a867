package io.goldenpath.metrics;

import static io.goldenpath.model.run.SampleRuns.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.finding.RegressionKind;
import io.goldenpath.model.finding.Severity;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.regression.Regression;
import io.goldenpath.model.regression.RegressionState;
import io.goldenpath.model.run.SampleRuns;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegressionMetersTests {

  static final Regression VANISHED =
      new Regression(
          RegressionKind.EVENT_VANISHED,
          "agent_thinking",
          Severity.WARNING,
          "agent_thinking no longer comes",
          new Regression.RunMark("r", NOON, null, null));

  private final Probe probe = SampleRuns.probe("staging");
  private final Scrape scrape = Scrape.watching(probe);

  @Test
  void hasASeriesOnlyWhileARegressionIsOpen() {
    scrape.changed(probe, new RegressionState(120, 50, List.of(VANISHED)));
    scrape.finished(SampleRuns.passed(probe, "a", NOON));

    assertThat(
            scrape.value(
                "goldenpath_regression", "kind", "event_vanished", "event", "agent_thinking"))
        .isEqualTo(1);
    assertThat(scrape.value("goldenpath_baseline_runs")).isEqualTo(120);
    assertThat(scrape.value("goldenpath_verdict", "verdict", "degraded")).isEqualTo(1);

    scrape.changed(probe, new RegressionState(120, 50, List.of()));
    scrape.finished(SampleRuns.passed(probe, "b", NOON));

    assertThat(scrape.samples("goldenpath_regression")).isEmpty();
    assertThat(scrape.value("goldenpath_verdict", "verdict", "up")).isEqualTo(1);
  }
}
