package io.goldenpath.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutcomeTests {

  @ParameterizedTest
  @CsvSource({
    "'', PASSED",
    "INFO, PASSED",
    "INFO WARNING, DEGRADED",
    "WARNING ERROR INFO, FAILED",
    "WARNING CRITICAL, FAILED",
  })
  void theHeaviestFindingDecides(String severities, Outcome outcome) {
    List<Finding> findings =
        Stream.of(severities.split(" "))
            .filter(word -> !word.isEmpty())
            .map(word -> timedOut().as(Severity.valueOf(word)))
            .toList();

    assertThat(Outcome.of(findings)).isEqualTo(outcome);
  }

  @Test
  void ourOwnFaultOutweighsAllThatIsHeldAgainstTheTarget() {
    Finding fault =
        Finding.of(FindingKind.MONITOR_FAULT, Step.EVENTS, 1, "ours", timedOut().evidence());

    assertThat(Outcome.of(List.of(timedOut().as(Severity.CRITICAL), fault)))
        .isEqualTo(Outcome.BROKEN);
  }

  private static Finding timedOut() {
    return Finding.of(
        FindingKind.TIMED_OUT,
        Step.CLOSE,
        1,
        "too late",
        new Evidence("a close", "nothing", Duration.ZERO, List.of()));
  }
}
