package io.goldenpath.verdict;

import static io.goldenpath.model.run.SampleRuns.NOON;
import static io.goldenpath.model.run.Verdict.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.finding.Evidence;
import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.finding.Severity;
import io.goldenpath.model.finding.Step;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.Run;
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

class VerdictBoardTests {

  private final Probe demo = SampleRuns.probe("demo");
  private Instant now = NOON;
  private final List<VerdictChange> changes = new ArrayList<>();
  private final VerdictBoard board = new VerdictBoard(() -> now, List.of(changes::add));

  @BeforeEach
  void watch() {
    board.watching(List.of(demo));
  }

  @Test
  void knowsNothingBeforeTheFirstRun() {
    now = NOON.plus(Duration.ofDays(1));

    assertThat(state().verdict()).isEqualTo(UNKNOWN);
    assertThat(state().since()).isEqualTo(NOON);
    assertThat(state().reason()).isEqualTo("no run has ended yet");
    assertThat(changes).isEmpty();
  }

  @Test
  void believesTheLastRun() {
    board.finished(SampleRuns.passed(demo, "a", NOON));
    assertThat(state().verdict()).isEqualTo(Verdict.UP);
    assertThat(state().reason()).isEqualTo("the last run passed");

    board.finished(SampleRuns.late(demo, "b", NOON.plusSeconds(60)));
    assertThat(state().verdict()).isEqualTo(Verdict.DEGRADED);

    board.finished(SampleRuns.missing(demo, "c", NOON.plusSeconds(120)));
    assertThat(state().verdict()).isEqualTo(Verdict.DOWN);
    assertThat(state().reason()).isEqualTo("agent_thinking never came");
    assertThat(state().lastRun()).extracting(Run::id).isEqualTo("c");
  }

  @Test
  void rememberSinceWhenUntilTheVerdictChanges() {
    Run first = SampleRuns.missing(demo, "a", NOON);
    board.finished(first);
    board.finished(SampleRuns.stalled(demo, "b", NOON.plusSeconds(60)));

    assertThat(state().since()).isEqualTo(first.endedAt());
    assertThat(state().reason()).contains("nothing came for 1200 ms");
    assertThat(state().consecutiveFailures()).isEqualTo(2);
  }

  @Test
  void aSuccessEndsTheCountOfFailures() {
    board.finished(SampleRuns.missing(demo, "a", NOON));
    board.finished(SampleRuns.late(demo, "b", NOON.plusSeconds(60)));

    assertThat(state().consecutiveFailures()).isZero();
  }

  @Test
  void tellsOfEachChangeOnceAndOfNothingElse() {
    board.finished(SampleRuns.passed(demo, "a", NOON));
    board.finished(SampleRuns.passed(demo, "b", NOON.plusSeconds(60)));
    board.finished(SampleRuns.missing(demo, "c", NOON.plusSeconds(120)));
    board.finished(SampleRuns.stalled(demo, "d", NOON.plusSeconds(180)));
    board.finished(SampleRuns.passed(demo, "e", NOON.plusSeconds(240)));

    assertThat(changes)
        .containsExactly(
            change(UNKNOWN, Verdict.UP, 0, "the last run passed", "a"),
            change(Verdict.UP, Verdict.DOWN, 120, "agent_thinking never came", "c"),
            change(Verdict.DOWN, Verdict.UP, 240, "the last run passed", "e"));
  }

  @Test
  void tellsTheOthersWhenOneListenerFails() {
    VerdictListener failing =
        _ -> {
          throw new IllegalStateException("on purpose");
        };
    VerdictBoard other = new VerdictBoard(() -> now, List.of(failing, changes::add));
    other.watching(List.of(demo));

    other.finished(SampleRuns.passed(demo, "a", NOON));

    assertThat(changes).hasSize(1);
  }

  @Test
  void ourOwnFaultChangesNothing() {
    board.finished(SampleRuns.missing(demo, "a", NOON));
    ProbeState before = state();

    board.finished(SampleRuns.broken(demo, "b", NOON.plusSeconds(60)));

    assertThat(state()).isEqualTo(before);
  }

  @Test
  void whatIsNotHeldAgainstTheTargetIsNoReason() {
    Finding slowClose =
        Finding.of(
                FindingKind.TIMED_OUT,
                Step.CLOSE,
                1,
                "our close was not answered",
                new Evidence("a close", "nothing", Duration.ofSeconds(2), List.of()))
            .withSeverity(Severity.INFO);

    board.finished(
        Run.of(
            SampleRuns.runInfo(demo, "a", NOON),
            Duration.ofSeconds(2),
            List.of(slowClose),
            List.of()));

    assertThat(state().verdict()).isEqualTo(Verdict.UP);
    assertThat(state().reason()).isEqualTo("the last run passed");
  }

  @Test
  void aReloadKeepsWhatIsBelievedAndForgetsWhatIsGone() {
    Probe other = SampleRuns.probe("staging");
    board.finished(SampleRuns.missing(demo, "a", NOON));
    ProbeState before = state();

    board.watching(List.of(other, demo));
    assertThat(state()).isEqualTo(before);
    board.watching(List.of(other));

    assertThat(board.state(demo.id())).isEmpty();
    board.finished(SampleRuns.passed(demo, "b", NOON));
    assertThat(board.states()).extracting(ProbeState::probe).containsExactly(other);
  }

  @Test
  void listsTheWorstFirst() {
    List<Probe> probes =
        List.of(
            SampleRuns.probe("up"),
            SampleRuns.probe("unknown"),
            SampleRuns.probe("degraded"),
            SampleRuns.probe("down"));
    board.watching(probes);
    board.finished(SampleRuns.passed(probes.get(0), "a", NOON));
    board.finished(SampleRuns.late(probes.get(2), "b", NOON));
    board.finished(SampleRuns.stalled(probes.get(3), "c", NOON));

    assertThat(board.states())
        .extracting(probeState -> probeState.probe().target().name())
        .containsExactly("down", "degraded", "unknown", "up");
  }

  private ProbeState state() {
    return board.state(demo.id()).orElseThrow();
  }

  private VerdictChange change(
      Verdict before, Verdict after, int second, String reason, String run) {
    Instant since = NOON.plusMillis(second * 1000 + 1842);
    return new VerdictChange(demo.id(), before, after, since, reason, run);
  }
}
