package io.goldenpath.schedule;

import static io.goldenpath.schedule.ScheduleFixture.MINUTE;
import static io.goldenpath.schedule.ScheduleFixture.id;
import static io.goldenpath.schedule.ScheduleFixture.probe;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.RunInfo;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Probes that change while the schedule runs. */
class ScheduleReplaceTests {

  private final ScheduleFixture fixture = new ScheduleFixture();
  private final ControlledJourney demo = new ControlledJourney(probe("demo", MINUTE));

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void listenersHearWhatIsWatchedBeforeAnyOfItRuns() {
    fixture.schedule.replace(List.of(demo));
    fixture.start();
    fixture.schedule.replace(List.of(new ControlledJourney(probe("staging", MINUTE))));
    fixture.time.advance(Duration.ZERO);

    assertThat(fixture.recorded.read())
        .filteredOn(line -> !line.startsWith("started demo"))
        .startsWith("watching [demo]", "watching [staging]");
  }

  @Test
  void aProbeThatHasNotChangedKeepsItsTimesWhenOthersDo() throws Exception {
    fixture.watch(demo).start();
    demo.nextRun().pass();
    Duration second = DueTimes.secondDelay(id("demo"), fixture.time.instant(), MINUTE);
    ControlledJourney again = new ControlledJourney(demo.probe());
    ControlledJourney other = new ControlledJourney(probe("staging", MINUTE));

    fixture.watch(again, other);
    fixture.time.advance(Duration.ZERO);

    assertThat(fixture.schedule.inFlight())
        .extracting(RunInfo::probe)
        .containsExactly(id("staging"));
    other.nextRun().pass();
    fixture.time.advance(second.minusMillis(1));
    assertThat(fixture.schedule.inFlight()).extracting(RunInfo::probe).doesNotContain(id("demo"));
    fixture.time.advance(Duration.ofMillis(1));
    again.nextRun().pass();
  }

  @Test
  void aProbeThatHasChangedRunsAtOnce() throws Exception {
    fixture.watch(demo).start();
    demo.nextRun().pass();
    ControlledJourney faster = new ControlledJourney(probe("demo", Duration.ofSeconds(30)));

    fixture.watch(faster);
    fixture.time.advance(Duration.ZERO);

    faster.nextRun().pass();
  }

  @Test
  void aRunInFlightEndsAsItBeganAndIsTheOnlyOneOfItsProbe() throws Exception {
    fixture.watch(demo).start();
    ControlledJourney.ControlledRun old = demo.nextRun();
    ControlledJourney changed = new ControlledJourney(probe("demo", Duration.ofSeconds(90)));
    fixture.watch(changed);
    fixture.time.advance(Duration.ZERO);
    assertThat(fixture.recorded.read()).containsExactly("skipped demo overlap");

    old.pass();

    assertThat(fixture.recorded.read()).containsExactly("finished demo passed");
    fixture.schedule.request(id("demo"));
    changed.nextRun().pass();
  }

  @Test
  void aProbeThatGoesAndComesBackStillRunsOnceAtATime() throws Exception {
    fixture.watch(demo).start();
    ControlledJourney.ControlledRun old = demo.nextRun();
    fixture.watch();
    ControlledJourney back = new ControlledJourney(demo.probe());
    fixture.watch(back);
    fixture.time.advance(Duration.ZERO);
    assertThat(fixture.recorded.read()).containsExactly("skipped demo overlap");
    old.pass();
    fixture.schedule.request(id("demo"));
    ControlledJourney.ControlledRun next = back.nextRun();

    assertThat(fixture.schedule.request(id("demo"))).isInstanceOf(RunAdmission.InFlight.class);
    next.pass();
  }

  @Test
  void whatIsNoLongerWatchedIsNoLongerRun() throws Exception {
    fixture.watch(demo).start();
    demo.nextRun().pass();
    fixture.watch();
    fixture.recorded.read();

    fixture.time.advance(Duration.ofHours(1));

    assertThat(fixture.recorded.read()).isEmpty();
  }

  @Test
  void reloadsAtAnyMomentNeitherLoseNorDoubleARun() throws Exception {
    Probe probe = probe("demo", Duration.ofSeconds(10));
    ControlledJourney now = new ControlledJourney(probe);
    fixture.watch(now).start();
    now.nextRun().pass();
    Duration second =
        DueTimes.secondDelay(id("demo"), fixture.time.instant(), Duration.ofSeconds(10));
    fixture.time.advance(second.minusSeconds(1));
    fixture.recorded.read();

    for (int i = 0; i < 200; i++) {
      now = new ControlledJourney(probe);
      fixture.schedule.replace(List.of(now));
      fixture.time.advance(Duration.ofMillis(1700));
      if (!fixture.schedule.inFlight().isEmpty()) {
        now.nextRun().pass();
      }
    }

    // 340 s from a second before a due time
    assertThat(fixture.recorded.read())
        .filteredOn(line -> !line.startsWith("watching"))
        .hasSize(68)
        .containsOnly("started demo late 0", "finished demo passed");
  }
}
