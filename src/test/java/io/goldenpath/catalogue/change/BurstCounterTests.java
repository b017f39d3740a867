package io.goldenpath.catalogue.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What counts as too many messages at once. */
class BurstCounterTests {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private final BurstCounter burst = new BurstCounter();

  @Test
  void noticesTheFourthMessageOfAMomentAndNoFurtherOne() {
    assertThat(exceeds(0)).isFalse();
    assertThat(exceeds(50)).isFalse();
    assertThat(exceeds(100)).isFalse();
    assertThat(exceeds(200)).isTrue();
    assertThat(exceeds(200)).isFalse();
  }

  @Test
  void countsAnewInEachMoment() {
    for (int i = 0; i < 20; i++) {
      assertThat(exceeds(i * 70L)).isFalse();
    }
  }

  private boolean exceeds(long millis) {
    return burst.exceeds(NOW.plusMillis(millis));
  }
}
