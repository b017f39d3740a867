package io.goldenpath.verdict;

import static io.goldenpath.model.run.SampleRuns.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.finding.Evidence;
import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.finding.Severity;
import io.goldenpath.model.finding.Step;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.SampleRuns;
import io.goldenpath.model.run.SkipReason;
import io.goldenpath.model.run.Verdict;
import io.goldenpath.model.time.Cadence;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class VerdictBoardTests {

  private static final Duration THREE_PERIODS = Duration.ofMinutes(3);

  private final Probe demo = SampleRuns.probe("demo");
  private Instant now = NOON;
  private final VerdictBoard board = new VerdictBoard(() -> now);

  @BeforeEach
  void watch() {
    board.watching(List.of(demo));
  }

  @Test
  void knowsNothingBeforeTheFirstRun(CapturedOutput output) {
    now = NOON.plus(Duration.ofDays(1));

    assertThat(state().verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(state().since()).isEqualTo(NOON);
    assertThat(state().reason()).isEqualTo("no run has ended yet");
    assertThat(output).isEmpty();
  }

  @Test
  void believesTheLastRun() {
    board.finished(SampleRuns.passed(demo, "a", NOON));
    assertThat(state().verdict()).isEqualTo(Verdict.UP);
    assertThat(state().reason()).isEqualTo("the golden path works");

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
    assertThat(state().counts().consecutiveFailures()).isEqualTo(2);
    assertThat(state().counts().lastSuccess()).isNull();
  }

  @Test
  void aSuccessEndsTheCountOfFailures() {
    board.finished(SampleRuns.missing(demo, "a", NOON));
    Run good = SampleRuns.late(demo, "b", NOON.plusSeconds(60));
    board.finished(good);

    assertThat(state().counts().consecutiveFailures()).isZero();
    assertThat(state().counts().lastSuccess()).isEqualTo(good.endedAt());
  }

  @Test
  void logsOneLineForEachChangeAndNoneWhileItLasts(CapturedOutput output) {
    board.finished(SampleRuns.passed(demo, "a", NOON));
    board.finished(SampleRuns.passed(demo, "b", NOON.plusSeconds(60)));
    board.finished(SampleRuns.missing(demo, "c", NOON.plusSeconds(120)));
    board.finished(SampleRuns.stalled(demo, "d", NOON.plusSeconds(180)));
    board.finished(SampleRuns.passed(demo, "e", NOON.plusSeconds(240)));

    assertThat(told(output))
        .containsExactly(
            "INFO demo/golden-path is up (was unknown) since 2026-11-24T12:00:01.842Z:"
                + " the golden path works (run a)",
            "WARN demo/golden-path is down (was up) since 2026-11-24T12:02:01.842Z:"
                + " agent_thinking never came (run c)",
            "INFO demo/golden-path is up (was down) since 2026-11-24T12:04:01.842Z:"
                + " the golden path works (run e)");
  }

  @Test
  void believesNothingWhenNoRunHasEndedForThreePeriods(CapturedOutput output) {
    Run last = SampleRuns.passed(demo, "a", NOON);
    board.finished(last);
    Instant end = last.endedAt().plus(THREE_PERIODS);

    now = end;
    assertThat(state().verdict()).isEqualTo(Verdict.UP);
    now = end.plusSeconds(17);

    assertThat(state().verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(state().since()).isEqualTo(end);
    assertThat(state().reason())
        .isEqualTo("no valid run has ended for 3 min; one is due every 60 s");
    board.states();
    assertThat(told(output)).hasSize(2).last().asString().startsWith("WARN").contains("is unknown");
  }

  @Test
  void noticesSilenceByTheRunsThatDoNotTakePlace(CapturedOutput output) {
    board.finished(SampleRuns.passed(demo, "a", NOON));
    now = NOON.plus(Duration.ofMinutes(4));

    board.skipped(demo.id(), SkipReason.OVERLAP);

    assertThat(told(output)).last().asString().contains("is unknown (was up)");
  }

  @Test
  void ourOwnFaultChangesNothing() {
    board.finished(SampleRuns.missing(demo, "a", NOON));
    ProbeState before = state();

    board.finished(SampleRuns.broken(demo, "b", NOON.plusSeconds(60)));

    assertThat(state()).isEqualTo(before);
  }

  @Test
  void ourOwnFaultDoesNotKeepAnOldVerdictAlive(CapturedOutput output) {
    board.finished(SampleRuns.passed(demo, "a", NOON));
    for (int minute = 1; minute <= 4; minute++) {
      now = NOON.plus(Duration.ofMinutes(minute));
      board.finished(SampleRuns.broken(demo, "b" + minute, now));
    }

    assertThat(told(output)).last().asString().contains("is unknown (was up)", "(run a)");
    assertThat(state().lastRun()).extracting(Run::id).isEqualTo("a");
  }

  @Test
  void theLastRunOfAProbeOnDemandStandsForEver() {
    board.watching(List.of(onDemand(demo)));
    board.finished(SampleRuns.missing(demo, "a", NOON));
    now = NOON.plus(Duration.ofDays(30));

    assertThat(state().verdict()).isEqualTo(Verdict.DOWN);
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
    assertThat(state().reason()).isEqualTo("the golden path works");
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

  private static List<String> told(CapturedOutput output) {
    return output
        .toString()
        .lines()
        .map(line -> line.replaceFirst(".*(INFO|WARN).* -- ", "$1 "))
        .toList();
  }

  private static Probe onDemand(Probe probe) {
    return new Probe(
        probe.target(),
        Cadence.onDemand(Duration.ofMinutes(1)),
        probe.limits(),
        probe.script(),
        probe.events());
  }
}
