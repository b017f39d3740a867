package io.goldenpath.schedule;

import static io.goldenpath.schedule.ScheduleFixture.MINUTE;
import static io.goldenpath.schedule.ScheduleFixture.probe;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Starts of runs while the monitor itself stands still. */
class StartPaceTests {

  private static final Duration STALL = Duration.ofSeconds(2);

  private final ScheduleFixture fixture = new ScheduleFixture();

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void comeOneByOneAfterAStandstillUntilItIsPast() {
    watch(50);
    fixture.time.stall(STALL);

    assertThat(startedAfter(Duration.ZERO)).isEqualTo(1);
    assertThat(startedAfter(Duration.ofMillis(200))).isEqualTo(2);
    assertThat(startedAfter(Duration.ofMillis(500))).isEqualTo(7);
    assertThat(startedAfter(Duration.ofMillis(1300))).isEqualTo(41);
  }

  @Test
  void areOnTimeWhereTheMonitorStoodStillForAMomentOnly() {
    watch(50);
    fixture.time.stall(Duration.ofMillis(200));

    assertThat(startedAfter(Duration.ZERO)).isEqualTo(3);
  }

  @Test
  void areCloserTogetherTheMoreThereAre() {
    watch(500);
    fixture.time.stall(STALL);

    assertThat(startedAfter(Duration.ZERO)).isEqualTo(1);
    assertThat(startedAfter(Duration.ofMillis(250))).isBetween(2, 10);
    assertThat(startedAfter(Duration.ofMillis(750))).isGreaterThan(20);
  }

  @Test
  void arePutOffByTwoSecondsAtMost() {
    watch(2);
    for (int i = 0; i < 45; i++) {
      fixture.time.stall(Duration.ofMillis(90));
      assertThat(startedAfter(Duration.ofMillis(10))).isEqualTo(1);
    }

    fixture.time.stall(Duration.ofMillis(90));
    assertThat(startedAfter(Duration.ofMillis(10))).isEqualTo(2);
  }

  @Test
  void areLateOnlyAtTheirDueTimeAndNotOnRequest() {
    watch(1);
    ControlledJourney idle = new ControlledJourney(probe("idle", MINUTE.multipliedBy(2)));
    fixture.time.stall(STALL);
    fixture.schedule.replace(List.of(idle));
    fixture.schedule.request(idle.probe().id());

    assertThat(fixture.schedule.inFlight(idle.probe().id())).isPresent();
  }

  private void watch(int probes) {
    fixture
        .watch(
            IntStream.range(0, probes)
                .mapToObj(i -> new ControlledJourney(probe("t" + i, MINUTE)))
                .toArray(ControlledJourney[]::new))
        .start();
  }

  private int startedAfter(Duration time) {
    fixture.time.advance(time);
    return fixture.schedule.inFlight().size();
  }
}
