package io.goldenpath.model.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.goldenpath.model.run.SampleRuns;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CadenceTests {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  @Test
  void aRunEndsBeforeTheNextIsDue() {
    assertThat(Cadence.every(MINUTE, MINUTE).period()).contains(MINUTE);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Cadence.every(Duration.ofSeconds(59), MINUTE))
        .withMessageContaining("every must not be shorter than timeout");
  }

  @Test
  void onDemandThereIsNoPeriod() {
    assertThat(Cadence.onDemand(MINUTE).period()).isEmpty();
    assertThat(Cadence.onDemand(MINUTE).timeout()).isEqualTo(MINUTE);
  }

  @Test
  void equalSettingsAreEqualSoThatAReloadCanTell() {
    assertThat(SampleRuns.probe("demo")).isEqualTo(SampleRuns.probe("demo"));
    assertThat(Cadence.every(MINUTE, MINUTE)).isNotEqualTo(Cadence.onDemand(MINUTE));
  }
}
