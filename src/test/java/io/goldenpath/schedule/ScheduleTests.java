package io.goldenpath.schedule;

import static io.goldenpath.schedule.ScheduleFixture.MINUTE;
import static io.goldenpath.schedule.ScheduleFixture.id;
import static io.goldenpath.schedule.ScheduleFixture.probe;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.run.RunInfo;
import io.goldenpath.model.run.Trigger;
import io.goldenpath.model.target.RateLimits;
import io.goldenpath.model.time.Cadence;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Due times, and requests to run now. */
class ScheduleTests {

  private final ScheduleFixture fixture = new ScheduleFixture();
  private final ControlledJourney demo = new ControlledJourney(probe("demo", MINUTE));

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void aLoneProbeRunsAtOnce() throws Exception {
    fixture.watch(demo).start();

    ControlledJourney.ControlledRun controlled = demo.nextRun();
    assertThat(controlled.ticket().probe()).isEqualTo(id("demo"));
    assertThat(controlled.ticket().trigger()).isEqualTo(Trigger.SCHEDULE);
    assertThat(controlled.ticket().startedAt()).isEqualTo(fixture.time.instant());
    assertThat(controlled.thread().getName()).isEqualTo("run-demo-golden-path");
    controlled.pass();
    assertThat(fixture.recorded.read())
        .containsExactly("started demo late 0", "finished demo passed");
    assertThat(fixture.schedule.inFlight()).isEmpty();
  }

  @Test
  void manyProbesSpreadTheirFirstRunsOverFiveSeconds() {
    List<ControlledJourney> all =
        IntStream.range(0, 50)
            .mapToObj(i -> new ControlledJourney(probe("t" + i, MINUTE)))
            .toList();
    fixture.watch(all.toArray(ControlledJourney[]::new)).start();

    assertThat(fixture.schedule.inFlight()).hasSize(1);
    fixture.time.advance(Duration.ofMillis(2450));
    assertThat(fixture.schedule.inFlight()).hasSize(25);
    fixture.time.advance(Duration.ofMillis(2450));
    assertThat(fixture.schedule.inFlight()).hasSize(50);
  }

  @Test
  void fromTheSecondRunOnEachProbeKeepsItsOwnOffset() throws Exception {
    fixture.watch(demo).start();
    demo.nextRun().pass();
    fixture.time.advance(MINUTE.multipliedBy(3).dividedBy(2));
    Instant second = end(demo.nextRun());
    fixture.time.advance(MINUTE);
    Instant third = end(demo.nextRun());

    assertThat(Duration.between(second, third)).isEqualTo(MINUTE);
    assertThat(DueTimes.secondDelay(id("demo"), second, MINUTE)).isEqualTo(MINUTE);
  }

  @Test
  void saysWhenAProbeRunsNext() throws Exception {
    ControlledJourney idle =
        new ControlledJourney(probe("idle", Cadence.onDemand(MINUTE), 1, RateLimits.DEFAULTS));
    fixture.watch(demo, idle);
    assertThat(fixture.schedule.nextRun(id("demo"))).isEmpty();

    fixture.start();
    demo.nextRun().pass();
    Instant next = fixture.schedule.nextRun(id("demo")).orElseThrow();
    fixture.time.advance(Duration.between(fixture.time.instant(), next));

    assertThat(end(demo.nextRun())).isEqualTo(next);
    assertThat(fixture.schedule.nextRun(id("idle"))).isEmpty();
    assertThat(fixture.schedule.nextRun(id("nobody"))).isEmpty();
  }

  @Test
  void aProbeOnDemandRunsOnlyWhenAsked() throws Exception {
    ControlledJourney idle =
        new ControlledJourney(probe("idle", Cadence.onDemand(MINUTE), 1, RateLimits.DEFAULTS));
    fixture.watch(idle).start();
    fixture.time.advance(Duration.ofHours(2));
    assertThat(fixture.recorded.read()).isEmpty();

    RunAdmission request = fixture.schedule.request(id("idle"));

    ControlledJourney.ControlledRun controlled = idle.nextRun();
    assertThat(request).isEqualTo(new RunAdmission.Accepted(controlled.ticket().id()));
    assertThat(controlled.ticket().trigger()).isEqualTo(Trigger.REQUEST);
    controlled.pass();
  }

  @Test
  void aRunThatIsDueWhileTheLastOneStillRunsIsSkipped() throws Exception {
    fixture.watch(demo).start();
    Duration second = DueTimes.secondDelay(id("demo"), fixture.time.instant(), MINUTE);
    demo.nextRun().pass();
    fixture.time.advance(second);
    ControlledJourney.ControlledRun slow = demo.nextRun();
    fixture.recorded.read();

    fixture.time.advance(MINUTE);

    assertThat(fixture.recorded.read()).containsExactly("skipped demo overlap");
    slow.pass();
    fixture.time.advance(MINUTE);
    demo.nextRun().pass();
  }

  @Test
  void dueTimesThatWereMissedAreCountedAndNotMadeUpFor() throws Exception {
    fixture.watch(demo).start();
    demo.nextRun().pass();
    Duration second = DueTimes.secondDelay(id("demo"), fixture.time.instant(), MINUTE);
    fixture.time.advance(second);
    demo.nextRun().pass();
    fixture.recorded.read();

    fixture.time.oversleep(MINUTE.multipliedBy(4).plusSeconds(7));
    fixture.time.advance(Duration.ZERO);

    ControlledJourney.ControlledRun late = demo.nextRun();
    assertThat(fixture.recorded.read())
        .containsExactlyInAnyOrder(
            "skipped demo missed",
            "skipped demo missed",
            "skipped demo missed",
            "started demo late 7000");
    late.pass();
    fixture.time.advance(Duration.ofSeconds(53));
    assertThat(demo.nextRun().ticket().startedAt())
        .isEqualTo(late.ticket().startedAt().plusSeconds(53));
  }

  @Test
  void askingForAProbeThatRunsNamesTheRunAndWhenToAskAgain() throws Exception {
    fixture.watch(demo).start();
    ControlledJourney.ControlledRun controlled = demo.nextRun();
    fixture.time.advance(Duration.ofSeconds(20));

    assertThat(fixture.schedule.request(id("demo")))
        .isEqualTo(new RunAdmission.InFlight(controlled.ticket().id(), Duration.ofSeconds(48)));
    assertThat(fixture.schedule.inFlight())
        .extracting(RunInfo::id)
        .containsExactly(controlled.ticket().id());
  }

  @Test
  void askingForWhatIsNotWatchedIsAnsweredSo() {
    fixture.watch(demo).start();

    assertThat(fixture.schedule.request(id("staging"))).isEqualTo(new RunAdmission.Unknown());
  }

  @Test
  void nobodyIsGivenARunBeforeTheStart() {
    fixture.watch(demo);

    assertThat(fixture.schedule.request(id("demo"))).isEqualTo(new RunAdmission.NotStarted());
    assertThat(fixture.recorded.read()).isEmpty();
  }

  @Test
  void livesWhileItsThreadBeats() {
    assertThat(fixture.schedule.alive()).isTrue();
    assertThat(fixture.schedule.started()).isFalse();
    fixture.watch(demo).start();
    assertThat(fixture.schedule.started()).isTrue();
    fixture.time.advance(Duration.ofHours(1));
    assertThat(fixture.schedule.alive()).isTrue();

    fixture.time.oversleep(Duration.ofSeconds(10));

    assertThat(fixture.schedule.alive()).isFalse();
  }

  @Test
  void closingEndsTheRunsInFlightAndCountsNone() throws Exception {
    ControlledJourney other = new ControlledJourney(probe("staging", MINUTE));
    fixture.watch(demo, other).start();
    fixture.time.advance(Duration.ofSeconds(5));
    ControlledJourney.ControlledRun first = demo.nextRun();
    ControlledJourney.ControlledRun second = other.nextRun();
    fixture.recorded.read();

    fixture.schedule.close();

    assertThat(fixture.schedule.inFlight()).isEmpty();
    first.awaitEnd();
    second.awaitEnd();
    assertThat(fixture.recorded.read()).isEmpty();
    assertThat(fixture.time.closed()).isTrue();
    assertThat(fixture.schedule.request(id("demo"))).isEqualTo(new RunAdmission.Unknown());
  }

  private static Instant end(ControlledJourney.ControlledRun controlled)
      throws InterruptedException {
    controlled.pass();
    return controlled.ticket().startedAt();
  }
}
