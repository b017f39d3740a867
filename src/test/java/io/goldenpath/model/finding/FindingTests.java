package io.goldenpath.model.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FindingTests {

  private static final Evidence EVIDENCE =
      new Evidence("a reply", "nothing", Duration.ofSeconds(5), List.of(1, 2));

  @ParameterizedTest
  @EnumSource
  void aKindIsFoundInItsOwnStepsOnly(FindingKind kind) {
    for (Step step : Step.values()) {
      if (kind.steps().contains(step)) {
        assertThat(Finding.of(kind, step, 1, "so it is", EVIDENCE).severity())
            .isEqualTo(kind.severity());
      } else {
        assertThatIllegalArgumentException()
            .isThrownBy(() -> Finding.of(kind, step, 1, "so it is", EVIDENCE))
            .withMessage(kind.label() + " cannot be found in " + step.label());
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aKindIsALabelForMetrics(FindingKind kind) {
    assertThat(kind.label()).matches("[a-z][a-z_]*[a-z]");
    assertThat(kind.steps()).isNotEmpty();
  }

  @Test
  void anotherWeightLeavesTheRestAsItWas() {
    Finding silent = Finding.of(FindingKind.SILENT, Step.EVENTS, 2, "nothing came", EVIDENCE);

    assertThat(silent.withSeverity(Severity.INFO))
        .isEqualTo(
            new Finding(
                FindingKind.SILENT, Severity.INFO, Step.EVENTS, null, 2, "nothing came", EVIDENCE));
  }
}
