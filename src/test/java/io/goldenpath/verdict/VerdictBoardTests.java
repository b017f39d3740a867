package io.goldenpath.verdict;

import static io.goldenpath.probe.Runs.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.probe.Cadence;
import io.goldenpath.probe.Evidence;
import io.goldenpath.probe.Finding;
import io.goldenpath.probe.FindingKind;
import io.goldenpath.probe.Probe;
import io.goldenpath.probe.Run;
import io.goldenpath.probe.Runs;
import io.goldenpath.probe.Severity;
import io.goldenpath.probe.SkipReason;
import io.goldenpath.probe.Step;
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

  private final Probe demo = Runs.probe("demo");
  private Instant now = NOON;
  private final VerdictBoard board = new VerdictBoard(() -> now);

  @BeforeEach
  void watch() {
    board.watching(List.of(demo));
  }

  @Test
  void knowsNothingBeforeTheFirstRun(CapturedOutput output) {
    now = NOON.plus(Duration.ofDays(1));

    assertThat(standing().verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(standing().since()).isEqualTo(NOON);
    assertThat(standing().why()).isEqualTo("no run has ended yet");
    assertThat(output).isEmpty();
  }

  @Test
  void believesTheLastRun() {
    board.finished(Runs.passed(demo, "a", NOON));
    assertThat(standing().verdict()).isEqualTo(Verdict.UP);
    assertThat(standing().why()).isEqualTo("the golden path works");

    board.finished(Runs.late(demo, "b", NOON.plusSeconds(60)));
    assertThat(standing().verdict()).isEqualTo(Verdict.DEGRADED);

    board.finished(Runs.missing(demo, "c", NOON.plusSeconds(120)));
    assertThat(standing().verdict()).isEqualTo(Verdict.DOWN);
    assertThat(standing().why()).isEqualTo("agent_thinking never came");
    assertThat(standing().lastRun()).extracting(Run::id).isEqualTo("c");
  }

  @Test
  void rememberSinceWhenUntilTheVerdictChanges() {
    Run first = Runs.missing(demo, "a", NOON);
    board.finished(first);
    board.finished(Runs.stalled(demo, "b", NOON.plusSeconds(60)));

    assertThat(standing().since()).isEqualTo(first.endedAt());
    assertThat(standing().why()).contains("nothing came for 1200 ms");
    assertThat(standing().tally().consecutiveFailures()).isEqualTo(2);
    assertThat(standing().tally().lastSuccess()).isNull();
  }

  @Test
  void aSuccessEndsTheCountOfFailures() {
    board.finished(Runs.missing(demo, "a", NOON));
    Run good = Runs.late(demo, "b", NOON.plusSeconds(60));
    board.finished(good);

    assertThat(standing().tally().consecutiveFailures()).isZero();
    assertThat(standing().tally().lastSuccess()).isEqualTo(good.endedAt());
  }

  @Test
  void logsOneLineForEachChangeAndNoneWhileItLasts(CapturedOutput output) {
    board.finished(Runs.passed(demo, "a", NOON));
    board.finished(Runs.passed(demo, "b", NOON.plusSeconds(60)));
    board.finished(Runs.missing(demo, "c", NOON.plusSeconds(120)));
    board.finished(Runs.stalled(demo, "d", NOON.plusSeconds(180)));
    board.finished(Runs.passed(demo, "e", NOON.plusSeconds(240)));

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
    Run last = Runs.passed(demo, "a", NOON);
    board.finished(last);
    Instant end = last.endedAt().plus(THREE_PERIODS);

    now = end;
    assertThat(standing().verdict()).isEqualTo(Verdict.UP);
    now = end.plusSeconds(17);

    assertThat(standing().verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(standing().since()).isEqualTo(end);
    assertThat(standing().why())
        .isEqualTo("no run that counts has ended for 180 s, one was due every 60 s");
    board.standings();
    assertThat(told(output)).hasSize(2).last().asString().startsWith("WARN").contains("is unknown");
  }

  @Test
  void noticesSilenceByTheRunsThatDoNotTakePlace(CapturedOutput output) {
    board.finished(Runs.passed(demo, "a", NOON));
    now = NOON.plus(Duration.ofMinutes(4));

    board.skipped(demo.id(), SkipReason.OVERLAP);

    assertThat(told(output)).last().asString().contains("is unknown (was up)");
  }

  @Test
  void ourOwnFaultChangesNothing() {
    board.finished(Runs.missing(demo, "a", NOON));
    Standing before = standing();

    board.finished(Runs.broken(demo, "b", NOON.plusSeconds(60)));

    assertThat(standing()).isEqualTo(before);
  }

  @Test
  void ourOwnFaultDoesNotKeepAnOldVerdictAlive(CapturedOutput output) {
    board.finished(Runs.passed(demo, "a", NOON));
    for (int minute = 1; minute <= 4; minute++) {
      now = NOON.plus(Duration.ofMinutes(minute));
      board.finished(Runs.broken(demo, "b" + minute, now));
    }

    assertThat(told(output)).last().asString().contains("is unknown (was up)", "(run a)");
    assertThat(standing().lastRun()).extracting(Run::id).isEqualTo("a");
  }

  @Test
  void theLastRunOfAProbeOnDemandStandsForEver() {
    board.watching(List.of(onDemand(demo)));
    board.finished(Runs.missing(demo, "a", NOON));
    now = NOON.plus(Duration.ofDays(30));

    assertThat(standing().verdict()).isEqualTo(Verdict.DOWN);
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
            .as(Severity.INFO);

    board.finished(
        Run.of(Runs.ticket(demo, "a", NOON), Duration.ofSeconds(2), List.of(slowClose), List.of()));

    assertThat(standing().verdict()).isEqualTo(Verdict.UP);
    assertThat(standing().why()).isEqualTo("the golden path works");
  }

  @Test
  void aReloadKeepsWhatIsBelievedAndForgetsWhatIsGone() {
    Probe other = Runs.probe("staging");
    board.finished(Runs.missing(demo, "a", NOON));
    Standing before = standing();

    board.watching(List.of(other, demo));
    assertThat(standing()).isEqualTo(before);
    board.watching(List.of(other));

    assertThat(board.standing(demo.id())).isEmpty();
    board.finished(Runs.passed(demo, "b", NOON));
    assertThat(board.standings()).extracting(Standing::probe).containsExactly(other);
  }

  @Test
  void listsTheWorstFirst() {
    List<Probe> probes =
        List.of(
            Runs.probe("up"), Runs.probe("unknown"), Runs.probe("degraded"), Runs.probe("down"));
    board.watching(probes);
    board.finished(Runs.passed(probes.get(0), "a", NOON));
    board.finished(Runs.late(probes.get(2), "b", NOON));
    board.finished(Runs.stalled(probes.get(3), "c", NOON));

    assertThat(board.standings())
        .extracting(standing -> standing.probe().target().name())
        .containsExactly("down", "degraded", "unknown", "up");
  }

  private Standing standing() {
    return board.standing(demo.id()).orElseThrow();
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
        probe.plan(),
        probe.events());
  }
}
