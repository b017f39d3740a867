package io.goldenpath.web.page;

import static io.goldenpath.model.run.SampleRuns.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.finding.RegressionKind;
import io.goldenpath.model.finding.Severity;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.regression.Regression;
import io.goldenpath.model.regression.RegressionState;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.SampleLogins;
import io.goldenpath.model.run.SampleRuns;
import io.goldenpath.verdict.VerdictBoard;
import io.goldenpath.web.SettableClock;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeadlineTests {

  private final SettableClock clock = new SettableClock();
  private final VerdictBoard board = new VerdictBoard(clock, List.of());
  private final Probe staging = SampleRuns.probe("staging");
  private final Probe production = SampleRuns.probe("production");

  @Test
  void saysThatAllPathsWork() {
    watch(staging, production);
    finish(SampleRuns.passed(staging, "a", NOON), SampleRuns.passed(production, "b", NOON));

    assertThat(headline()).isEqualTo("All golden paths work");
  }

  @Test
  void namesTheWorstAndSinceWhen() {
    watch(staging, production);
    finish(SampleRuns.passed(staging, "a", NOON), SampleRuns.missing(production, "b", NOON));

    assertThat(headline()).isEqualTo("production: agent_thinking never came, since 12:00 UTC");
  }

  @Test
  void countsWhatElseIsWrong() {
    watch(staging, production);
    finish(SampleRuns.late(staging, "a", NOON), SampleRuns.missing(production, "b", NOON));

    assertThat(headline())
        .isEqualTo("production: agent_thinking never came (and 1 more), since 12:00 UTC");
  }

  @Test
  void namesTheDayWhereItIsNotToday() {
    watch(staging);
    finish(SampleRuns.missing(staging, "a", NOON));

    assertThat(Headline.of(board.states(), new PageFormat(NOON.plusSeconds(86_400))).title())
        .isEqualTo("staging: agent_thinking never came, since 24 Nov 12:00 UTC");
  }

  @Test
  void saysThatNothingIsKnownYet() {
    watch(staging);

    assertThat(headline()).isEqualTo("staging: no run has ended yet");
  }

  @Test
  void saysThatNothingIsWatched() {
    assertThat(headline()).isEqualTo("Nothing is watched: no target is configured");
  }

  @Test
  void tellsTheCurrentCauseAndSinceWhenItIsDownAtAll() {
    watch(staging);
    finish(
        SampleRuns.missing(staging, "a", NOON),
        SampleRuns.stalled(staging, "b", NOON.plusSeconds(600)));

    assertThat(headline())
        .isEqualTo(
            "staging: nothing came for 1200 ms after agent_thinking, since 12:10 UTC;"
                + " down since 12:00 UTC");
  }

  @Test
  void saysAMinuteOnce() {
    watch(staging);
    finish(
        SampleRuns.missing(staging, "a", NOON),
        SampleRuns.stalled(staging, "b", NOON.plusSeconds(10)));

    assertThat(headline())
        .isEqualTo("staging: nothing came for 1200 ms after agent_thinking, since 12:00 UTC");
  }

  @Test
  void saysOnceSinceWhenLoginsFail() {
    watch(staging);
    finish(
        SampleLogins.run(staging, NOON, SampleLogins.refused(NOON, 1), SampleLogins.refusal(1)),
        SampleLogins.run(staging, NOON.plusSeconds(60), SampleLogins.reused(1)));

    assertThat(headline())
        .isEqualTo("staging: login failing since 12:00 UTC: The login refused user 1");
  }

  @Test
  void saysSinceWhenItIsDownForAnotherCauseThanTheLogin() {
    watch(staging);
    finish(
        SampleRuns.missing(staging, "a", NOON.minusSeconds(120)),
        SampleLogins.run(staging, NOON, SampleLogins.refused(NOON, 1), SampleLogins.refusal(1)),
        SampleLogins.run(staging, NOON.plusSeconds(60), SampleLogins.reused(1)));

    assertThat(headline())
        .isEqualTo(
            "staging: login failing since 12:00 UTC: The login refused user 1;"
                + " down since 11:58 UTC");
  }

  @Test
  void saysOnceSinceWhenRunsHaveChanged() {
    watch(staging);
    Regression.RunMark first = new Regression.RunMark("r", NOON, "1.8.3", null);
    Regression changed =
        new Regression(
            RegressionKind.ORDER_CHANGED, "tool_executing", Severity.WARNING, "order", first);
    board.changed(staging.id(), new RegressionState(200, 50, List.of(changed)));
    finish(SampleRuns.passed(staging, "a", NOON.plusSeconds(60)));

    assertThat(headline()).isEqualTo("staging: since 12:00 UTC, release 1.8.3: order");
  }

  @Test
  void carriesTheWholeSentenceOnOneLineWithinBounds() {
    watch(staging);
    String sentence = "x ".repeat(190).strip();
    finish(SampleRuns.quoting(staging, "a", NOON, sentence));
    assertThat(headline()).contains(sentence);

    finish(SampleRuns.quoting(staging, "b", NOON, "x\ny".repeat(1000)));
    assertThat(headline()).contains("x yx", "…, since").hasSizeLessThan(600);
  }

  private void watch(Probe... probes) {
    board.watching(List.of(probes));
  }

  private void finish(Run... runs) {
    List.of(runs).forEach(board::finished);
  }

  private String headline() {
    return Headline.of(board.states(), new PageFormat(clock.instant())).title();
  }
}
