package io.goldenpath.model.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
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
}
