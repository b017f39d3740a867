package io.goldenpath.catalogue.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** When everybody is shut out, and for how long. */
class AdmissionBreakerTests {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private final AdmissionBreaker breaker = new AdmissionBreaker();

  @Test
  void opensWithTheFifthFailureInARow() {
    fail(4);
    breaker.passed();
    fail(4);
    assertThat(breaker.isOpen(NOW)).isFalse();

    assertThat(breaker.opensWithFailure(NOW)).isTrue();
    assertThat(breaker.isOpen(NOW)).isTrue();
  }

  @Test
  void closesAfterHalfAMinuteAndCountsAnew() {
    fail(5);

    assertThat(breaker.isOpen(NOW.plusSeconds(29))).isTrue();
    assertThat(breaker.isOpen(NOW.plusSeconds(30))).isFalse();
    assertThat(breaker.opensWithFailure(NOW.plusSeconds(31))).isFalse();
  }

  private void fail(int times) {
    for (int i = 0; i < times; i++) {
      breaker.opensWithFailure(NOW);
    }
  }
}
