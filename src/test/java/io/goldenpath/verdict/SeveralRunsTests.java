package io.goldenpath.verdict;

import static io.goldenpath.model.run.SampleRuns.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.finding.CauseClass;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.probe.ProbeId;
import io.goldenpath.model.probe.VerdictPolicy;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.SampleFindings;
import io.goldenpath.model.run.SampleRuns;
import io.goldenpath.model.run.Verdict;
import io.goldenpath.model.run.VerdictChange;
import io.goldenpath.model.run.VerdictListener;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is told while one run speaks against the verdict, and several change it. */
class SeveralRunsTests implements VerdictListener {

  private final Probe demo =
      SampleRuns.withVerdict(SampleRuns.probe("demo"), VerdictPolicy.DEFAULT);
  private final List<String> told = new ArrayList<>();
  private final VerdictBoard board = new VerdictBoard(() -> NOON, List.of(this));
  private int runs;

  @Override
  public void changed(VerdictChange change) {
    told.add(change.after().label());
  }

  @Override
  public void flapping(ProbeId probe, String how) {
    told.add("flapping");
  }

  @Override
  public void settled(ProbeId probe) {
    told.add("settled");
  }

  @Override
  public void confirmationWanted(ProbeId probe, Duration after) {
    told.add("confirm after " + after.toSeconds());
  }

  @BeforeEach
  void watch() {
    board.watching(List.of(demo));
  }

  @Test
  void changeItWithTheSecondAndNameTheCauseFirst() {
    pass();
    fail();
    assertThat(state().verdict()).isEqualTo(Verdict.UP);
    assertThat(state().reason())
        .isEqualTo("agent_thinking never came; bad runs so far: 1; 2 of 3 change the verdict");

    Instant down = fail();

    assertThat(state().since()).isEqualTo(down);
    assertThat(state().reason()).isEqualTo("agent_thinking never came");
    assertThat(state().causeSince()).isEmpty();
    assertThat(state().consecutiveFailures()).isEqualTo(2);
    assertThat(told).containsExactly("up", "confirm after 10", "down");
  }

  @Test
  void keepTheCauseUntilTheSecondGoodOne() {
    fail();
    fail();
    told.clear();
    pass();
    assertThat(state().verdict()).isEqualTo(Verdict.DOWN);
    assertThat(state().reason())
        .isEqualTo("agent_thinking never came; good runs since: 1; 2 in a row change the verdict");
    assertThat(state().causes()).containsExactly(CauseClass.EVENTS);
    assertThat(state().consecutiveFailures()).isZero();

    Instant up = pass();

    assertThat(state().verdict()).isEqualTo(Verdict.UP);
    assertThat(state().since()).isEqualTo(up);
    assertThat(state().reason()).isEqualTo("the last run passed");
    assertThat(state().causes()).isEmpty();
    assertThat(told).containsExactly("confirm after 10", "up");
  }

  @Test
  void areNotNeededForALeak() {
    pass();
    Run run = SampleRuns.missing(demo, "leak", next());
    board.finished(
        Run.of(run.info(), run.duration(), List.of(SampleFindings.leak(1, 2)), run.users()));

    assertThat(state().verdict()).isEqualTo(Verdict.DOWN);
  }

  @Test
  void tellOnceThatTheyFlap() {
    flap();

    assertThat(state().flapping()).isTrue();
    assertThat(state().verdict()).isEqualTo(Verdict.DOWN);
    assertThat(state().reason())
        .isEqualTo(
            "agent_thinking never came; "
                + "flapping: 10 of the last 20 runs differed from the one before");
    assertThat(told).containsOnlyOnce("flapping").doesNotContain("settled").endsWith("flapping");
  }

  @Test
  void tellThatTheySettled() {
    flap();
    told.clear();

    for (int i = 0; i < 20; i++) {
      pass();
    }

    assertThat(state().flapping()).isFalse();
    assertThat(told).containsExactly("up", "settled");
  }

  private void flap() {
    for (int i = 0; i < 6; i++) {
      fail();
      fail();
      pass();
      pass();
    }
  }

  private Instant pass() {
    return finish(SampleRuns.passed(demo, "p" + runs, next()));
  }

  private Instant fail() {
    return finish(SampleRuns.missing(demo, "f" + runs, next()));
  }

  private Instant finish(Run run) {
    board.finished(run);
    return run.endedAt();
  }

  private Instant next() {
    return NOON.plusSeconds(60L * runs++);
  }

  private ProbeState state() {
    return board.state(demo.id()).orElseThrow();
  }
}
