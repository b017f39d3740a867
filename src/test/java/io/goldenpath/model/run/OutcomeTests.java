package io.goldenpath.model.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.finding.Evidence;
import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.finding.Severity;
import io.goldenpath.model.finding.Step;
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
            .map(word -> timedOut().withSeverity(Severity.valueOf(word)))
            .toList();

    assertThat(Outcome.of(findings)).isEqualTo(outcome);
  }

  @Test
  void ourOwnFaultOutweighsAllThatIsHeldAgainstTheTarget() {
    Finding fault =
        Finding.of(FindingKind.MONITOR_FAULT, Step.EVENTS, 1, "ours", timedOut().evidence());

    assertThat(Outcome.of(List.of(timedOut().withSeverity(Severity.CRITICAL), fault)))
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
