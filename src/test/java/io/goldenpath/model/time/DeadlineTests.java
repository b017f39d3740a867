package io.goldenpath.model.time;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.time.Stalls.Stall;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeadlineTests {

  private long now = Long.MAX_VALUE - 5;
  private final Stopwatch stopwatch = () -> now;

  @Test
  void holdsAlsoWhereTheStopwatchWrapsAround() {
    Deadline deadline = Deadline.in(Duration.ofNanos(10), stopwatch);

    assertThat(deadline.reached(now)).isFalse();
    assertThat(deadline.remainingNanos(stopwatch)).isEqualTo(10);
    now += 10;
    assertThat(deadline.reached(now)).isTrue();
    now += 10;
    assertThat(deadline.remainingNanos(stopwatch)).isZero();
  }

  @Test
  void theEarlierOfTwoCounts() {
    Deadline soon = Deadline.in(Duration.ofNanos(3), stopwatch);
    Deadline late = Deadline.in(Duration.ofNanos(30), stopwatch);

    assertThat(late.earlier(soon)).isEqualTo(soon);
    assertThat(soon.earlier(late)).isEqualTo(soon);
  }

  @Test
  void isPutOffByStallsInsideAlsoWhereTheStopwatchWrapsAround() {
    Deadline deadline = limit(100, new Stall(now - 50, now + 10), new Stall(now + 105, now + 130));

    assertThat(deadline.nanos()).isEqualTo(now + 135);
    assertThat(deadline.passed(now + 135)).isFalse();
    assertThat(deadline.passed(now + 136)).isTrue();
  }

  @Test
  void isNotPutOffByStallsBeforeAndAfter() {
    assertThat(limit(100, new Stall(now - 50, now), new Stall(now + 100, now + 200)).nanos())
        .isEqualTo(now + 100);
  }

  @Test
  void isPutOffByHalfAtMost() {
    assertThat(limit(100, new Stall(now + 10, now + 90)).nanos()).isEqualTo(now + 150);
  }

  @Test
  void isNeverPutOffBeyondAFixedMoment() {
    Deadline limit = limit(100, new Stall(now + 10, now + 60));
    Deadline fixed = new Deadline(now + 120);

    assertThat(limit.earlier(fixed).nanos()).isEqualTo(now + 120);
    assertThat(fixed.earlier(limit).nanos()).isEqualTo(now + 120);
    assertThat(limit.earlier(new Deadline(now + 20)).nanos()).isEqualTo(now + 20);
  }

  @Test
  void isDoubtfulWhereTheStallsWereLongerThanItWasPutOff() {
    assertThat(limit(100, new Stall(now, now + 50)).doubtful(now + 150)).isFalse();
    assertThat(limit(100, new Stall(now, now + 51)).doubtful(now + 150)).isTrue();
    assertThat(limit(100).doubtful(now + 100)).isFalse();
  }

  @Test
  void isDoubtfulWhereTheWholeThatCutsItStoodStillBefore() {
    Deadline run = Deadline.after(now - 1000, Duration.ofNanos(1050));

    assertThat(limit(100, new Stall(now - 900, now - 800)).earlier(run).doubtful(now + 51))
        .isTrue();
    assertThat(run.earlier(limit(100, new Stall(now - 900, now - 800))).doubtful(now + 51))
        .isTrue();
    assertThat(limit(100, new Stall(now - 900, now - 860)).earlier(run).doubtful(now + 51))
        .isFalse();
    assertThat(limit(40, new Stall(now - 900, now - 800)).earlier(run).doubtful(now + 41))
        .isFalse();
  }

  private Deadline limit(long nanos, Stall... stalls) {
    Stalls all = since -> List.of(stalls).stream().filter(stall -> stall.to() - since > 0).toList();
    return Deadline.after(now, Duration.ofNanos(nanos), all);
  }
}
