package io.goldenpath.schedule;

import static io.goldenpath.schedule.ScheduleFixture.MINUTE;
import static io.goldenpath.schedule.ScheduleFixture.id;
import static io.goldenpath.schedule.ScheduleFixture.probe;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.run.Trigger;
import io.goldenpath.model.target.RateLimits;
import io.goldenpath.model.time.Cadence;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A run that is wanted before the next due one. */
class ConfirmationsTests {

  private static final Duration TEN_SECONDS = Duration.ofSeconds(10);
  private static final Duration LATEST = Duration.ofSeconds(12);

  private final ScheduleFixture fixture = new ScheduleFixture();
  private final ControlledJourney demo = new ControlledJourney(probe("demo", MINUTE));

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void comesAfterItsTimeAndShiftsNoDueTime() throws Exception {
    fixture.watch(demo).start();
    Instant first = fixture.time.instant();
    Duration second = DueTimes.secondDelay(id("demo"), first, MINUTE);
    demo.nextRun().pass();

    fixture.schedule.confirm(id("demo"), TEN_SECONDS);
    fixture.time.advance(Duration.ofMillis(7999));
    assertThat(fixture.schedule.inFlight()).isEmpty();
    fixture.time.advance(LATEST);

    ControlledJourney.ControlledRun confirmation = demo.nextRun();
    assertThat(confirmation.ticket().trigger()).isEqualTo(Trigger.CONFIRMATION);
    confirmation.pass();
    fixture.time.advance(second);
    ControlledJourney.ControlledRun due = demo.nextRun();
    assertThat(due.ticket().trigger()).isEqualTo(Trigger.SCHEDULE);
    assertThat(due.ticket().startedAt()).isEqualTo(first.plus(second));
    due.pass();
  }

  @Test
  void isNotNeededWhereARunIsDueBefore() throws Exception {
    ControlledJourney often = new ControlledJourney(probe("often", Duration.ofSeconds(5)));
    fixture.watch(often).start();
    often.nextRun().pass();
    fixture.time.advance(
        DueTimes.secondDelay(id("often"), fixture.time.instant(), TEN_SECONDS.dividedBy(2)));
    often.nextRun().pass();

    fixture.schedule.confirm(id("often"), TEN_SECONDS);

    for (int i = 0; i < 3; i++) {
      fixture.time.advance(Duration.ofSeconds(5));
      ControlledJourney.ControlledRun due = often.nextRun();
      assertThat(due.ticket().trigger()).isEqualTo(Trigger.SCHEDULE);
      due.pass();
    }
  }

  @Test
  void aRunThatIsDueMeanwhileComesRightAfterItAndIsNotLate() throws Exception {
    ControlledJourney.ControlledRun confirmation = confirmationAtADueTime();
    fixture.time.advance(Duration.ofSeconds(20));

    confirmation.pass();

    ControlledJourney.ControlledRun due = demo.nextRun();
    assertThat(due.ticket().trigger()).isEqualTo(Trigger.SCHEDULE);
    due.pass();
    assertThat(fixture.recorded.read())
        .containsExactly(
            "started demo late 0",
            "finished demo passed",
            "started demo late 0",
            "finished demo passed");
    fixture.time.advance(MINUTE.minusSeconds(20));
    demo.nextRun().pass();
  }

  @Test
  void isNotWantedAnyMoreWhereARunThatWasDueMeanwhileComesRightAfter() throws Exception {
    ControlledJourney.ControlledRun confirmation = confirmationAtADueTime();
    fixture.schedule.confirm(id("demo"), TEN_SECONDS);

    confirmation.pass();
    demo.nextRun().pass();
    fixture.time.advance(LATEST);

    assertThat(fixture.schedule.inFlight()).isEmpty();
  }

  @Test
  void standsInForARunThatIsDueMeanwhileWhereItTakesMostOfThePeriod() throws Exception {
    ControlledJourney.ControlledRun confirmation = confirmationAtADueTime();
    fixture.time.advance(Duration.ofSeconds(40));

    confirmation.pass();

    assertThat(fixture.schedule.inFlight()).isEmpty();
    assertThat(fixture.recorded.read())
        .containsExactly("started demo late 0", "finished demo passed");
    fixture.time.advance(Duration.ofSeconds(20));
    ControlledJourney.ControlledRun due = demo.nextRun();
    assertThat(due.ticket().trigger()).isEqualTo(Trigger.SCHEDULE);
    due.pass();
  }

  @Test
  void aRunThatIsDueMeanwhileIsForgottenWithItsProbe() throws Exception {
    ControlledJourney.ControlledRun confirmation = confirmationAtADueTime();

    fixture.watch();
    confirmation.pass();

    assertThat(fixture.schedule.inFlight()).isEmpty();
  }

  @Test
  void isNotToldAsSkippedWhereTheBudgetForbidsIt() throws Exception {
    ControlledJourney rare =
        new ControlledJourney(
            probe("rare", Cadence.every(MINUTE, MINUTE), 1, new RateLimits(3, 1)));
    fixture.watch(rare).start();
    rare.nextRun().pass();
    fixture.recorded.read();

    fixture.schedule.confirm(id("rare"), TEN_SECONDS);
    fixture.time.advance(LATEST);

    assertThat(fixture.schedule.inFlight()).isEmpty();
    assertThat(fixture.recorded.read()).isEmpty();
  }

  @Test
  void isForgottenWithItsProbe() throws Exception {
    fixture.watch(demo).start();
    demo.nextRun().pass();
    fixture.schedule.confirm(id("demo"), TEN_SECONDS);

    fixture.watch();
    fixture.time.advance(LATEST);

    assertThat(fixture.schedule.inFlight()).isEmpty();
  }

  /** In flight since a few seconds before. */
  private ControlledJourney.ControlledRun confirmationAtADueTime() throws Exception {
    fixture.watch(demo).start();
    Duration second = DueTimes.secondDelay(id("demo"), fixture.time.instant(), MINUTE);
    demo.nextRun().pass();
    fixture.time.advance(second.minusSeconds(15));
    fixture.recorded.read();
    fixture.schedule.confirm(id("demo"), TEN_SECONDS);
    fixture.time.advance(Duration.ofSeconds(14));
    ControlledJourney.ControlledRun confirmation = demo.nextRun();
    assertThat(confirmation.ticket().trigger()).isEqualTo(Trigger.CONFIRMATION);
    fixture.time.advance(Duration.ofSeconds(1));
    return confirmation;
  }
}
