package io.goldenpath.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How long an event loop stood still. */
class EventLoopLagMeterTests {

  private long now;
  private final EventLoops.LagMeter meter = new EventLoops.LagMeter(() -> now);

  private void passes(long millis) {
    now += Duration.ofMillis(millis).toNanos();
  }

  private void ticksAfter(long millis) {
    passes(millis);
    meter.tick();
  }

  @Test
  void findsNoLagWhereTicksComeInTime() {
    ticksAfter(50);
    ticksAfter(51);
    passes(40);

    assertThat(meter.longestSince(0)).isZero();
  }

  @Test
  void findsTheLongestStall() {
    ticksAfter(150);
    ticksAfter(450);
    ticksAfter(250);

    assertThat(meter.longestSince(0)).isEqualTo(Duration.ofMillis(400));
  }

  @Test
  void findsAStallThatStillLasts() {
    passes(350);

    assertThat(meter.longestSince(0)).isEqualTo(Duration.ofMillis(300));
  }

  @Test
  void countsOnlyWhatOfAStallWasAfterTheReading() {
    passes(400);
    long start = now;
    passes(100);
    meter.tick();

    assertThat(meter.longestSince(start)).isEqualTo(Duration.ofMillis(100));
    ticksAfter(50);
    assertThat(meter.longestSince(now)).isZero();
  }
}
