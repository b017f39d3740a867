package io.goldenpath.verdict;

import static io.goldenpath.model.run.SampleRuns.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.finding.CauseClass;
import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.SampleFindings;
import io.goldenpath.model.run.SampleRuns;
import io.goldenpath.model.run.VerdictChange;
import io.goldenpath.model.run.VerdictListener;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A probe that stays down, for one cause and then for another. */
class ChangedCauseTests implements VerdictListener {

  private final Probe demo = SampleRuns.probe("demo");
  private final List<VerdictChange> changed = new ArrayList<>();
  private final VerdictBoard board = new VerdictBoard(this::lastRun, List.of(this));
  private int runs;

  @Override
  public void changed(VerdictChange change) {}

  @Override
  public void causeChanged(VerdictChange change) {
    changed.add(change);
  }

  @BeforeEach
  void watch() {
    board.watching(List.of(demo));
  }

  @Test
  void tellsTheCurrentCauseAndSinceWhen() {
    Instant down = finish(SampleRuns.missing(demo, "a", next()));
    assertThat(state().causeSince()).isEmpty();

    Instant other = finish(SampleRuns.stalled(demo, "b", next()));
    finish(SampleRuns.stalled(demo, "c", next()));

    assertThat(state().since()).isEqualTo(down);
    assertThat(state().causeSince()).contains(other);
    assertThat(state().reason()).startsWith("nothing came for 1200 ms");
    assertThat(changed)
        .containsExactly(
            new VerdictChange(
                demo.id(),
                state().verdict(),
                state().verdict(),
                down,
                "stalled in events: nothing came for 1200 ms after agent_thinking",
                "b"));
  }

  @Test
  void isTheSameCauseInOtherWords() {
    Instant down = finish(SampleRuns.missing(demo, "a", next()));
    Finding reworded = SampleFindings.missing().withMessage("agent_thinking is not there");
    finish(failed("b", reworded));

    assertThat(state().reason()).isEqualTo("agent_thinking is not there");
    assertThat(Objects.requireNonNull(state().cause()).since()).isEqualTo(down);
    assertThat(changed).isEmpty();
  }

  @Test
  void isTheSameCauseWhileItIsStillAmongTheHeaviest() {
    finish(failed("a", SampleFindings.missing()));
    finish(failed("b", SampleFindings.stall(1), SampleFindings.missing()));

    assertThat(state().reason()).isEqualTo("agent_thinking never came");
    assertThat(changed).isEmpty();

    finish(failed("c", SampleFindings.missing(), SampleFindings.leak(1, 2)));

    assertThat(state().reason()).contains("was shown the code of user 2");
    assertThat(changed).hasSize(1);
  }

  @Test
  void tellsOnceOfCausesThatTakeTurns() {
    for (int i = 0; i < 20; i++) {
      finish(SampleRuns.missing(demo, "a" + i, next()));
      finish(SampleRuns.stalled(demo, "b" + i, next()));
    }

    assertThat(changed).extracting(VerdictChange::lastRun).containsExactly("b0");
    assertThat(state().reason()).startsWith("nothing came for 1200 ms");
  }

  @Test
  void tellsOfACauseThatIsBackAfterAQuarterOfAnHour() {
    finish(SampleRuns.missing(demo, "a", next()));
    for (int i = 0; i < 17; i++) {
      finish(SampleRuns.stalled(demo, "b" + i, next()));
    }
    finish(SampleRuns.missing(demo, "c", next()));

    assertThat(changed).extracting(VerdictChange::lastRun).containsExactly("b0", "c");
  }

  @Test
  void tellsOfACauseAnewAfterAGoodRun() {
    finish(SampleRuns.stalled(demo, "a", next()));
    finish(SampleRuns.passed(demo, "b", next()));
    finish(SampleRuns.missing(demo, "c", next()));
    finish(SampleRuns.stalled(demo, "d", next()));

    assertThat(changed).extracting(VerdictChange::lastRun).containsExactly("d");
  }

  @Test
  void beginsAnewAfterAGoodRun() {
    finish(SampleRuns.missing(demo, "a", next()));
    finish(SampleRuns.passed(demo, "b", next()));
    assertThat(state().cause()).isNull();
    assertThat(state().causes()).isEmpty();

    Instant again = finish(SampleRuns.missing(demo, "c", next()));

    assertThat(Objects.requireNonNull(state().cause()).since()).isEqualTo(again);
    assertThat(changed).isEmpty();
  }

  @Test
  void namesEverythingThatUsersLose() {
    finish(failed("a", SampleFindings.stall(1), SampleFindings.leak(1, 2)));
    assertThat(state().causes()).containsExactlyInAnyOrder(CauseClass.NO_ANSWER, CauseClass.LEAK);

    finish(SampleRuns.late(demo, "b", next()));
    assertThat(state().causes()).containsExactly(CauseClass.EVENTS);
  }

  private Run failed(String id, Finding... findings) {
    Run run = SampleRuns.missing(demo, id, next());
    return Run.of(run.info(), run.duration(), List.of(findings), run.users());
  }

  private Instant finish(Run run) {
    board.finished(run);
    return run.endedAt();
  }

  private Instant next() {
    return NOON.plusSeconds(60L * runs++);
  }

  private Instant lastRun() {
    return NOON.plusSeconds(60L * Math.max(0, runs - 1));
  }

  private ProbeState state() {
    return board.state(demo.id()).orElseThrow();
  }
}
