package io.goldenpath.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RateLimitTests {

  private Instant now = Instant.parse("2026-11-23T12:00:00Z");
  private final RateLimit limit = new RateLimit(3, Duration.ofMinutes(1), () -> now);

  @Test
  void allowsAllAtOnceAndThenAsTheyComeBack() {
    take(3);

    assertThat(limit.take("a")).hasValue(Duration.ofSeconds(20));
    now = now.plusSeconds(20);
    assertThat(limit.take("a")).isEmpty();
    assertThat(limit.take("a")).hasValue(Duration.ofSeconds(20));
  }

  @Test
  void countsEachKeyByItself() {
    take(3);

    assertThat(limit.take("b")).isEmpty();
  }

  @Test
  void forgetsWhoMayGoOn() {
    take(3);
    limit.forget("a");

    assertThat(limit.take("a")).isEmpty();
  }

  @Test
  void keepsNobodyOutWhenTheClockIsSetBack() {
    take(3);
    now = now.minus(Duration.ofDays(1));

    assertThat(limit.take("a")).isEmpty();
  }

  private void take(int times) {
    for (int i = 0; i < times; i++) {
      assertThat(limit.take("a")).isEmpty();
    }
  }
}
