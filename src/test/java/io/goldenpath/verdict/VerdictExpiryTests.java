package io.goldenpath.verdict;

import static io.goldenpath.model.run.SampleRuns.NOON;
import static io.goldenpath.model.run.Verdict.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.SampleRuns;
import io.goldenpath.model.run.SkipReason;
import io.goldenpath.model.run.SkippedRun;
import io.goldenpath.model.run.Verdict;
import io.goldenpath.model.run.VerdictChange;
import io.goldenpath.model.time.Cadence;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A verdict becomes unknown when no valid run has ended for three periods. */
class VerdictExpiryTests {

  private static final Duration THREE_PERIODS = Duration.ofMinutes(3);

  private static final SkippedRun SPENT =
      new SkippedRun(
          SkipReason.BUDGET, "the budget is spent; raise it", NOON.plus(Duration.ofMinutes(16)));

  private final Probe demo = SampleRuns.probe("demo");
  private Instant now = NOON;
  private final List<VerdictChange> changes = new ArrayList<>();
  private final VerdictBoard board = new VerdictBoard(() -> now, List.of(changes::add));

  @BeforeEach
  void watch() {
    board.watching(List.of(demo));
  }

  @Test
  void believesNothingWhenNoRunHasEndedForThreePeriods() {
    Run last = SampleRuns.passed(demo, "a", NOON);
    board.finished(last);
    Instant end = last.endedAt().plus(THREE_PERIODS);

    now = end;
    assertThat(state().verdict()).isEqualTo(Verdict.UP);
    now = end.plusSeconds(17);

    assertThat(state().verdict()).isEqualTo(UNKNOWN);
    assertThat(state().since()).isEqualTo(end);
    assertThat(state().reason())
        .isEqualTo("no valid run has ended for 3 min; one is due every 60 s");
  }

  @Test
  void tellsOnceOfAVerdictThatExpired() {
    board.finished(SampleRuns.passed(demo, "a", NOON));
    now = NOON.plus(Duration.ofMinutes(4));
    board.expireStale();
    board.expireStale();

    assertThat(changes).extracting(VerdictChange::after).containsExactly(Verdict.UP, UNKNOWN);
  }

  @Test
  void tellsNobodyWhenItIsAsked() {
    board.finished(SampleRuns.passed(demo, "a", NOON));
    now = NOON.plus(Duration.ofMinutes(4));

    assertThat(state().verdict()).isEqualTo(UNKNOWN);
    assertThat(board.states()).extracting(ProbeState::verdict).containsExactly(UNKNOWN);
    assertThat(changes).extracting(VerdictChange::after).containsExactly(Verdict.UP);
  }

  @Test
  void tellsOfTheSilenceBeforeTheRunThatEndedIt() {
    board.finished(SampleRuns.passed(demo, "a", NOON));
    now = NOON.plus(Duration.ofMinutes(4));

    board.finished(SampleRuns.passed(demo, "b", now));

    assertThat(changes)
        .extracting(VerdictChange::after)
        .containsExactly(Verdict.UP, UNKNOWN, Verdict.UP);
  }

  @Test
  void ourOwnFaultDoesNotKeepAnOldVerdictAlive() {
    board.finished(SampleRuns.passed(demo, "a", NOON));
    for (int minute = 1; minute <= 4; minute++) {
      now = NOON.plus(Duration.ofMinutes(minute));
      board.finished(SampleRuns.broken(demo, "b" + minute, now));
    }

    board.expireStale();

    assertThat(changes.getLast())
        .extracting(VerdictChange::before, VerdictChange::after, VerdictChange::lastRun)
        .containsExactly(Verdict.UP, UNKNOWN, "a");
    assertThat(state().lastRun()).extracting(Run::id).isEqualTo("a");
  }

  @Test
  void aSkippedProbeStaysDownWithoutBound() {
    board.finished(SampleRuns.missing(demo, "a", NOON));
    board.skipped(demo.id(), SPENT);
    now = NOON.plus(Duration.ofDays(3));

    assertThat(state().verdict()).isEqualTo(Verdict.DOWN);
  }

  @Test
  void aSkippedProbeIsBelievedForAQuarterOfAnHourAndSaysWhatChangesThat() {
    Run last = SampleRuns.passed(demo, "a", NOON);
    board.finished(last);
    board.skipped(demo.id(), SPENT);

    now = last.endedAt().plus(Duration.ofMinutes(15));
    assertThat(state().verdict()).isEqualTo(Verdict.UP);
    now = now.plusSeconds(1);

    assertThat(state().verdict()).isEqualTo(UNKNOWN);
    assertThat(state().reason())
        .isEqualTo(
            "no valid run has ended for 15 min; one is due every 60 s; runs are skipped: "
                + "the budget is spent; raise it; next try at 12:16 UTC");
  }

  @Test
  void theLastRunOfAProbeOnDemandStandsForEver() {
    board.watching(List.of(onDemand(demo)));
    board.finished(SampleRuns.missing(demo, "a", NOON));
    now = NOON.plus(Duration.ofDays(30));

    assertThat(state().verdict()).isEqualTo(Verdict.DOWN);
  }

  private ProbeState state() {
    return board.state(demo.id()).orElseThrow();
  }

  private static Probe onDemand(Probe probe) {
    return new Probe(
        probe.target(),
        Cadence.onDemand(Duration.ofMinutes(1)),
        probe.limits(),
        probe.script(),
        probe.events(),
        probe.regression(),
        probe.verdict());
  }
}
