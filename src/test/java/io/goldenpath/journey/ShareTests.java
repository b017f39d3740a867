package io.goldenpath.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.probe.Evidence;
import io.goldenpath.probe.Finding;
import io.goldenpath.probe.FindingKind;
import io.goldenpath.probe.Severity;
import io.goldenpath.probe.Step;
import io.goldenpath.probe.User;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShareTests {

  private final List<User> five =
      IntStream.rangeClosed(1, 5).mapToObj(slot -> new User(slot, slot, Map.of())).toList();

  @Test
  void countsUsersWhosePathWasGoodHoweverMuchWentWrongForTheOthers() {
    List<Finding> findings =
        List.of(
            finding(FindingKind.SILENT, 2),
            finding(FindingKind.ERROR_EVENT, 2),
            finding(FindingKind.LATE_EVENT, 3));

    assertThat(Share.of(findings, five)).isEqualTo(new Share(4, 5));
  }

  @Test
  void takesErrorsForWarningsWhereEnoughUsersWereWell() {
    List<Finding> findings = List.of(finding(FindingKind.SILENT, 2));
    Share share = Share.of(findings, five);

    assertThat(share.weighed(findings, 80))
        .extracting(Finding::severity)
        .containsExactly(Severity.WARNING);
    assertThat(share.weighed(findings, 81)).isEqualTo(findings);
  }

  @Test
  void neverLowersALeak() {
    List<Finding> findings = List.of(finding(FindingKind.LEAK_CONTENT, 2));

    assertThat(Share.of(findings, five).weighed(findings, 0)).isEqualTo(findings);
  }

  private static Finding finding(FindingKind kind, int slot) {
    return Finding.of(
        kind, Step.EVENTS, slot, kind.label(), new Evidence("", "", Duration.ZERO, List.of()));
  }
}
