package io.goldenpath.schedule;

import static io.goldenpath.schedule.ScheduleFixture.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.run.SampleRuns;
import io.goldenpath.model.time.Cadence;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DueTimesTests {

  private static final Duration PERIOD = Duration.ofSeconds(60);

  @Test
  void spreadsFirstRunsOverFiveSecondsHoweverMany() {
    assertThat(DueTimes.firstDelay(0, 1)).isZero();
    assertThat(DueTimes.firstDelay(0, 500)).isZero();
    assertThat(DueTimes.firstDelay(250, 500)).isEqualTo(Duration.ofMillis(2500));
    assertThat(DueTimes.firstDelay(499, 500)).isLessThan(Duration.ofSeconds(5));
  }

  @Test
  void theSecondRunFallsOnTheSameOffsetWheneverTheMonitorStarts() {
    for (int start = 0; start < 60_000; start += 137) {
      Instant first = SampleRuns.NOON.plusMillis(start);
      Duration wait = DueTimes.secondDelay(id("demo"), first, PERIOD);

      assertThat(wait).isBetween(PERIOD.dividedBy(2), PERIOD.multipliedBy(3).dividedBy(2));
      assertThat(first.plus(wait).toEpochMilli() % 60_000)
          .isEqualTo(
              SampleRuns.NOON
                      .plus(DueTimes.secondDelay(id("demo"), SampleRuns.NOON, PERIOD))
                      .toEpochMilli()
                  % 60_000);
    }
  }

  @Test
  void probesHaveOffsetsOfTheirOwn() {
    assertThat(
            IntStream.range(0, 100)
                .mapToObj(i ->
                    DueTimes.secondDelay(id("target-" + i), SampleRuns.NOON, PERIOD).toSeconds()
                        % 60)
                .distinct())
        .hasSizeGreaterThan(40);
  }

  @ParameterizedTest
  @CsvSource({"-5, 0", "0, 0", "59999, 0", "60000, 1", "247000, 4"})
  void countsTheDueTimesThatHavePassed(long lateMillis, long missed) {
    assertThat(DueTimes.missed(Duration.ofMillis(lateMillis), PERIOD)).isEqualTo(missed);
  }

  @ParameterizedTest
  @CsvSource({"5, 1", "10, 1", "60, 6", "120, 12", "600, 30"})
  void waitsForAUserATenthOfThePeriodWithinReason(long period, long patience) {
    Duration every = Duration.ofSeconds(period);

    assertThat(DueTimes.userWait(Cadence.every(every, every)))
        .isEqualTo(Duration.ofSeconds(patience));
  }

  @Test
  void whatRunsOnDemandWaitsATenthOfItsTimeout() {
    assertThat(DueTimes.userWait(Cadence.onDemand(Duration.ofSeconds(60))))
        .isEqualTo(Duration.ofSeconds(6));
  }
}
