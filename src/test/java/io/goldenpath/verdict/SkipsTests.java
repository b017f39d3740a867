package io.goldenpath.verdict;

import static io.goldenpath.model.run.SampleRuns.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.probe.ProbeId;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.RunInfo;
import io.goldenpath.model.run.SampleRuns;
import io.goldenpath.model.run.SkipReason;
import io.goldenpath.model.run.SkippedRun;
import io.goldenpath.model.run.Trigger;
import io.goldenpath.model.run.Verdict;
import io.goldenpath.model.run.VerdictChange;
import io.goldenpath.model.run.VerdictListener;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Runs that are skipped are told once, and until they take place again. */
class SkipsTests {

  private final Probe demo = SampleRuns.probe("demo");
  private final List<String> told = new ArrayList<>();
  private Instant now = NOON;
  private final VerdictBoard board = new VerdictBoard(() -> now, List.of(new Recorder()));

  @BeforeEach
  void watch() {
    board.watching(List.of(demo));
  }

  @Test
  void warnsOnceWhereMostRunsAreSkipped() {
    for (int round = 0; round < 6; round++) {
      run();
      skip(SkipReason.BUDGET, 4);
    }

    assertThat(told)
        .containsExactly(
            "up", "3 of the last 4 due runs skipped (budget): see manners; next try at 12:04 UTC");
    assertThat(board.state(demo.id()).orElseThrow().verdict()).isEqualTo(Verdict.UP);
    assertThat(board.skips(demo.id()).orElseThrow().text())
        .startsWith("4 of the last 5 due runs skipped (budget): see manners; next try at ");
    run();
    assertThat(board.skips(demo.id()).orElseThrow().text())
        .isEqualTo("4 of the last 5 due runs skipped (budget): see manners");
  }

  @Test
  void saysWhenRunsTakePlaceAgain() {
    run();
    skip(SkipReason.USER_BUSY, 3);
    told.clear();

    for (int i = 0; i < 5; i++) {
      run();
    }

    assertThat(told).containsExactly("again");
    assertThat(board.skips(demo.id())).isEmpty();
  }

  @Test
  void tellsAtOnceOfATargetThatWantsToBeLeftAlone() {
    run();

    skip(SkipReason.BACKING_OFF, 4);

    assertThat(told)
        .containsExactly(
            "up",
            "1 of the last 2 due runs skipped (backing_off): see manners; next try at 12:02 UTC");
  }

  @Test
  void warnsOfNoSingleSkip() {
    run();
    skip(SkipReason.OVERLAP, 1);
    assertThat(board.skips(demo.id())).isPresent();
    run();

    assertThat(board.skips(demo.id())).isEmpty();
    assertThat(told).containsExactly("up");
  }

  @Test
  void isUpForAQuarterOfAnHourWithoutRunsAndThenSaysWhyItIsUnknown() {
    run();
    skip(SkipReason.BUDGET, 16);

    assertThat(board.state(demo.id()).orElseThrow())
        .returns(Verdict.UNKNOWN, ProbeState::verdict)
        .returns(
            "no valid run has ended for 15 min; one is due every 60 s; runs are skipped: see"
                + " manners; next try at 12:17 UTC",
            ProbeState::reason);
  }

  @ParameterizedTest
  @EnumSource(names = {"REQUEST", "CONFIRMATION", "SCRAPE"})
  void takesNoOtherRunForADueOne(Trigger trigger) {
    run();
    skip(SkipReason.BUDGET, 4);

    for (int i = 0; i < 5; i++) {
      RunInfo info = new RunInfo("other" + i, demo.id(), "local", trigger, now);
      board.finished(Run.of(info, Duration.ofSeconds(1), List.of(), List.of()));
    }

    assertThat(board.skips(demo.id()).orElseThrow().text())
        .startsWith("4 of the last 5 due runs skipped (budget): see manners; next try at ");
    assertThat(told).doesNotContain("again");
  }

  @Test
  void saysWhyNoRunHasEverEnded() {
    skip(SkipReason.BUDGET, 1);

    assertThat(board.state(demo.id()).orElseThrow().reason())
        .isEqualTo("no run has ended yet; runs are skipped: see manners; next try at 12:01 UTC");
  }

  @Test
  void goesFromDownToUpWithoutAPause() {
    board.finished(SampleRuns.missing(demo, "a", now));
    skip(SkipReason.BACKING_OFF, 10);
    told.clear();

    run();

    assertThat(told).containsExactly("up");
  }

  private void run() {
    board.finished(SampleRuns.passed(demo, "r", now));
    now = now.plus(Duration.ofMinutes(1));
  }

  private void skip(SkipReason reason, int times) {
    for (int i = 0; i < times; i++) {
      board.skipped(
          demo.id(), new SkippedRun(reason, "see manners", now.plus(Duration.ofMinutes(1))));
      now = now.plus(Duration.ofMinutes(1));
    }
  }

  private final class Recorder implements VerdictListener {

    @Override
    public void changed(VerdictChange change) {
      told.add(change.after().label());
    }

    @Override
    public void runsSkipped(ProbeId probe, String how) {
      told.add(how);
    }

    @Override
    public void runsTakePlace(ProbeId probe) {
      told.add("again");
    }
  }
}
