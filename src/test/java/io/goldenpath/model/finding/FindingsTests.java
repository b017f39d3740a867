package io.goldenpath.model.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FindingsTests {

  private static final long START = Duration.ofSeconds(10).toNanos();
  private static final long NOW = Duration.ofSeconds(12).toNanos();
  private static final int SLOT = 3;

  private final Findings findings = new Findings(SLOT, START);

  private record Event(String name, int frame, long nanos) implements Occurrence {}

  private static Event event(int frame) {
    return new Event("tool_executing", frame, START + Duration.ofSeconds(frame).toNanos());
  }

  @Test
  void anEventGivesAFindingItsNameItsFrameAndItsTime() {
    findings
        .of(FindingKind.LATE_EVENT, event(7))
        .frames(4)
        .expected("within 1 s")
        .seen("5 s")
        .says("%s came late", "tool_executing");

    assertThat(findings.all())
        .containsExactly(
            new Finding(
                FindingKind.LATE_EVENT,
                Severity.WARNING,
                Step.EVENTS,
                "tool_executing",
                SLOT,
                "tool_executing came late",
                new Evidence("within 1 s", "5 s", Duration.ofSeconds(7), List.of(4, 7))));
  }

  @Test
  void whatIsNotSaidIsTheKindsOwn() {
    findings.of(FindingKind.EMPTY_ANSWER).at(NOW).frames(0).expected("an answer").says("empty");

    Finding finding = findings.all().getFirst();
    assertThat(finding.step()).isEqualTo(Step.ANSWER);
    assertThat(finding.event()).isNull();
    assertThat(finding.evidence())
        .isEqualTo(new Evidence("an answer", "empty", Duration.ofSeconds(2), List.of()));
  }

  @Test
  void anEventThatDidNotComeIsNamedInPlaceOfTheOneThatDecided() {
    findings.of(FindingKind.MISSING_EVENT, event(9)).about("agent_thinking").says("never came");

    assertThat(findings.all().getFirst().event()).isEqualTo("agent_thinking");
    assertThat(findings.all().getFirst().evidence().frames()).containsExactly(9);
  }

  @Test
  void findingsComeByTimeAndThoseOfOneTimeAsTheyWereFound() {
    findings.of(FindingKind.SILENT).at(NOW).says("second");
    findings.of(FindingKind.STALLED).at(NOW).says("third");
    findings.of(FindingKind.LATE_EVENT, event(1)).says("first");

    assertThat(findings.all())
        .extracting(Finding::message)
        .containsExactly("first", "second", "third");
  }

  @Test
  void onlyWhatIsWorseThanAWarningFailsARun() {
    findings.of(FindingKind.LATE_EVENT).at(NOW).says("late");
    assertThat(findings.failed()).isFalse();

    findings.of(FindingKind.WRONG_ANSWER).at(NOW).says("wrong");

    assertThat(findings.failed()).isTrue();
    assertThat(findings.failed(Step.ANSWER)).isTrue();
    assertThat(findings.failed(Step.EVENTS)).isFalse();
  }

  @Test
  void whatExceedsTheBoundIsCountedAndNotKept() {
    Findings few = new Findings(SLOT, START, 2);
    IntStream.range(0, 5).forEach(_ -> few.of(FindingKind.SILENT).at(NOW).says("silent"));

    assertThat(few.all()).hasSize(2);
    assertThat(few.dropped()).isEqualTo(3);
  }

  @Test
  void withAClockAMomentNeedsNotBeGiven() {
    Findings timed =
        new Findings(SLOT, START, () -> NOW, finding -> finding.withSeverity(Severity.INFO));
    timed.of(FindingKind.SILENT).says("silent");

    assertThat(timed.all().getFirst().evidence().at()).isEqualTo(Duration.ofSeconds(2));
    assertThat(timed.all().getFirst().severity()).isEqualTo(Severity.INFO);
    assertThatIllegalStateException()
        .isThrownBy(() -> findings.of(FindingKind.SILENT).says("silent"));
  }
}
