package io.goldenpath.model.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TimeLimitTests {

  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @Test
  void isSlowOnlyBeyondTheFirstOfTwo() {
    TimeLimit limit = new TimeLimit(SECOND, MINUTE);

    assertThat(limit.slow(0, SECOND.toNanos(), Stalls.NONE)).isEmpty();
    assertThat(limit.slow(0, SECOND.toNanos() + 1, Stalls.NONE)).isPresent();
    assertThat(limit.softLimit()).isEqualTo(SECOND);
  }

  @Test
  void isNeverSlowWhereOnlyFailureIsLimited() {
    assertThat(TimeLimit.of(SECOND).slow(0, MINUTE.toNanos(), Stalls.NONE)).isEmpty();
    assertThat(TimeLimit.of(SECOND).softLimit()).isEqualTo(SECOND);
  }

  @Test
  void refusesWhatCannotBeKept() {
    assertThatIllegalArgumentException().isThrownBy(() -> TimeLimit.of(Duration.ZERO));
    assertThatIllegalArgumentException().isThrownBy(() -> TimeLimit.of(SECOND.negated()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TimeLimit(SECOND, SECOND))
        .withMessageContaining("degraded must be shorter than failed");
  }
}
