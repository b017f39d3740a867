package io.goldenpath.verdict;

import static io.goldenpath.model.run.SampleRuns.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.finding.RegressionKind;
import io.goldenpath.model.finding.Severity;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.regression.Regression;
import io.goldenpath.model.regression.RegressionState;
import io.goldenpath.model.run.SampleRuns;
import io.goldenpath.model.run.Verdict;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A good run is not enough while something has changed. */
class RegressionVerdictTests {

  private final Probe demo = SampleRuns.probe("demo");
  private final VerdictBoard board = new VerdictBoard(() -> NOON, List.of());

  @BeforeEach
  void watch() {
    board.watching(List.of(demo));
  }

  @Test
  void isDegradedWhileAWarningIsOpenAndUpAgainAfterIt() {
    opened(Severity.WARNING);
    board.finished(SampleRuns.passed(demo, "a", NOON));

    assertThat(state().verdict()).isEqualTo(Verdict.DEGRADED);
    assertThat(state().reason()).isEqualTo("since 12:00 UTC, release 1.8.3: order is another");
    assertThat(state().consecutiveFailures()).isZero();

    board.changed(demo.id(), RegressionState.NONE);
    board.finished(SampleRuns.passed(demo, "b", NOON));

    assertThat(state().verdict()).isEqualTo(Verdict.UP);
    assertThat(state().reason()).isEqualTo("the last run passed");
  }

  @Test
  void staysUpWithWhatIsMerelyTold() {
    opened(Severity.INFO);
    board.finished(SampleRuns.passed(demo, "a", NOON));

    assertThat(state().verdict()).isEqualTo(Verdict.UP);
    assertThat(board.regressions(demo.id()).open()).hasSize(1);
  }

  @Test
  void saysWhyARunFailedBeforeItSpeaksOfChanges() {
    opened(Severity.WARNING);
    board.finished(SampleRuns.missing(demo, "a", NOON));

    assertThat(state().verdict()).isEqualTo(Verdict.DOWN);
    assertThat(state().reason()).isEqualTo("agent_thinking never came");
  }

  private void opened(Severity severity) {
    Regression.RunMark first = new Regression.RunMark("r", NOON, "1.8.3", null);
    board.changed(
        demo.id(),
        new RegressionState(
            200,
            50,
            List.of(
                new Regression(
                    RegressionKind.ORDER_CHANGED,
                    "tool_executing",
                    severity,
                    "order is another",
                    first))));
  }

  private ProbeState state() {
    return board.state(demo.id()).orElseThrow();
  }
}
