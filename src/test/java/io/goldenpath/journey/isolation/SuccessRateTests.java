package io.goldenpath.journey.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.finding.Evidence;
import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.finding.Severity;
import io.goldenpath.model.finding.Step;
import io.goldenpath.model.target.User;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SuccessRateTests {

  private final List<User> five =
      IntStream.rangeClosed(1, 5).mapToObj(slot -> new User(slot, slot, Map.of())).toList();

  @Test
  void countsUsersWhosePathWasGoodHoweverMuchWentWrongForTheOthers() {
    List<Finding> findings =
        List.of(
            finding(FindingKind.SILENT, 2),
            finding(FindingKind.ERROR_EVENT, 2),
            finding(FindingKind.LATE_EVENT, 3));

    assertThat(SuccessRate.of(findings, five)).isEqualTo(new SuccessRate(4, 5));
  }

  @Test
  void takesErrorsForWarningsWhereEnoughUsersWereWell() {
    List<Finding> findings = List.of(finding(FindingKind.SILENT, 2));
    SuccessRate successRate = SuccessRate.of(findings, five);

    assertThat(successRate.tolerating(findings, 80))
        .extracting(Finding::severity)
        .containsExactly(Severity.WARNING);
    assertThat(successRate.tolerating(findings, 81)).isEqualTo(findings);
  }

  @Test
  void neverLowersALeak() {
    List<Finding> findings = List.of(finding(FindingKind.LEAK_CONTENT, 2));

    assertThat(SuccessRate.of(findings, five).tolerating(findings, 0)).isEqualTo(findings);
  }

  private static Finding finding(FindingKind kind, int slot) {
    return Finding.of(
        kind, Step.EVENTS, slot, kind.label(), new Evidence("", "", Duration.ZERO, List.of()));
  }
}
