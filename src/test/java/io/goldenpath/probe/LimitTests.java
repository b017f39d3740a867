package io.goldenpath.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LimitTests {

  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @Test
  void isSlowOnlyBeyondTheFirstOfTwo() {
    Limit limit = Limit.of(SECOND, MINUTE);

    assertThat(limit.slow(SECOND)).isFalse();
    assertThat(limit.slow(SECOND.plusNanos(1))).isTrue();
    assertThat(limit.ideal()).isEqualTo(SECOND);
  }

  @Test
  void isNeverSlowWhereOnlyFailureIsLimited() {
    assertThat(Limit.of(SECOND).slow(MINUTE)).isFalse();
    assertThat(Limit.of(SECOND).ideal()).isEqualTo(SECOND);
  }

  @Test
  void refusesWhatCannotBeKept() {
    assertThatIllegalArgumentException().isThrownBy(() -> Limit.of(Duration.ZERO));
    assertThatIllegalArgumentException().isThrownBy(() -> Limit.of(SECOND.negated()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Limit.of(SECOND, SECOND))
        .withMessageContaining("degraded must be shorter than failed");
  }
}
