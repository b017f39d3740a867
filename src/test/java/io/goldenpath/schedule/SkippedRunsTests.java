package io.goldenpath.schedule;

import static io.goldenpath.schedule.ScheduleFixture.MINUTE;
import static io.goldenpath.schedule.ScheduleFixture.id;
import static io.goldenpath.schedule.ScheduleFixture.probe;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.RunInfo;
import io.goldenpath.model.run.SkipReason;
import io.goldenpath.model.run.SkippedRun;
import io.goldenpath.model.run.Verdict;
import io.goldenpath.model.target.RateLimits;
import io.goldenpath.model.time.Cadence;
import io.goldenpath.verdict.ProbeState;
import io.goldenpath.verdict.VerdictBoard;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A target that asks to be left alone is, and everybody is told until when. */
class SkippedRunsTests {

  private final VerdictBoard board;
  private final ScheduleFixture fixture;
  private final ControlledJourney demo = new ControlledJourney(probe("demo", MINUTE));

  SkippedRunsTests() {
    ManualTime[] time = new ManualTime[1];
    board = new VerdictBoard(() -> time[0].instant(), List.of());
    fixture = new ScheduleFixture(board);
    time[0] = fixture.time;
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void aTargetIsLeftAloneForAsLongAsItAsks() throws Exception {
    Instant asked = shedFor(300);

    fixture.time.advance(Duration.ofSeconds(299));

    assertThat(fixture.recorded.read()).isNotEmpty().allMatch("skipped demo backing_off"::equals);
    SkippedRun skip = fixture.recorded.lastSkip();
    assertThat(skip.why()).isEqualTo("the target asked to be left alone for 5 min (Retry-After)");
    Instant next = Objects.requireNonNull(skip.nextTry());
    assertThat(next).isBetween(asked.plusSeconds(298), asked.plusSeconds(361));
    assertThat(fixture.schedule.request(id("demo")))
        .isInstanceOfSatisfying(
            RunAdmission.Refused.class,
            refused ->
                assertThat(refused.postponement())
                    .returns(SkipReason.BACKING_OFF, why -> why.reason())
                    .returns(Duration.ofSeconds(1), why -> why.retryAfter()));

    fixture.time.advance(Duration.between(fixture.time.instant(), next));
    assertThat(demo.nextRun().ticket().startedAt()).isEqualTo(next);
  }

  @Test
  void itStaysDownMeanwhileAndSaysWhenItTriesNext() throws Exception {
    shedFor(3600);

    fixture.time.advance(Duration.ofMinutes(50));

    ProbeState state = board.state(id("demo")).orElseThrow();
    assertThat(state.verdict()).isEqualTo(Verdict.DOWN);
    assertThat(board.skips(id("demo")).orElseThrow().text())
        .matches(
            "5 of the last 5 due runs skipped \\(backing_off\\): the target asked to be left alone"
                + " for 60 min \\(Retry-After\\); next try at \\d\\d:\\d\\d UTC");
  }

  @Test
  void saysTheNextDueTimeOfARunThatFindsNoRoom() throws Exception {
    RateLimits few = new RateLimits(3, 1);
    ControlledJourney often =
        new ControlledJourney(
            probe("often", Cadence.every(Duration.ofSeconds(20), Duration.ofSeconds(20)), 1, few));
    fixture.watch(often).start();
    often.nextRun().pass();
    fixture.time.advance(Duration.ofSeconds(31));

    SkippedRun skip = fixture.recorded.lastSkip();

    assertThat(skip.reason()).isEqualTo(SkipReason.BUDGET);
    assertThat(skip.why()).contains("manners.connects (1 new sockets in 60 s)", "every");
    Instant next = Objects.requireNonNull(skip.nextTry());
    fixture.time.advance(Duration.between(fixture.time.instant(), next));
    assertThat(often.nextRun().ticket().startedAt()).isEqualTo(next);
  }

  /** When the run ended that was asked to come back later. */
  private Instant shedFor(int seconds) throws Exception {
    fixture.watch(demo).start();
    ControlledJourney.ControlledRun run = demo.nextRun();
    run.endWith(() -> shed(run.ticket(), seconds));
    fixture.recorded.read();
    return fixture.time.instant();
  }

  private static Run shed(RunInfo ticket, int seconds) {
    return Run.of(
        ticket,
        Duration.ofSeconds(1),
        List.of(BackoffTests.found(FindingKind.SHED, 1, seconds)),
        List.of());
  }
}
