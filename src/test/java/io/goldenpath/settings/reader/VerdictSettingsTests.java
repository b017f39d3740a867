package io.goldenpath.settings.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goldenpath.model.probe.VerdictPolicy;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many runs make a verdict, at three levels. */
class VerdictSettingsTests {

  private static final Duration TEN_SECONDS = Duration.ofSeconds(10);

  @Test
  void areTwoOfThreeAndTwoInARowWhereNothingIsWritten() throws IOException {
    assertThat(policy("", "", "golden-path: {}"))
        .isEqualTo(new VerdictPolicy(2, 3, 2, TEN_SECONDS));
  }

  @Test
  void areTheLastRunOnDemand() throws IOException {
    assertThat(policy("", "", "golden-path: { every: never }")).isEqualTo(VerdictPolicy.EACH_RUN);
    assertThat(policy("", "verdict: { fail: 2 of 2 }", "golden-path: { every: never }"))
        .isEqualTo(new VerdictPolicy(2, 2, 1, TEN_SECONDS));
  }

  @Test
  void areTheInnermostKeyByKey() throws IOException {
    VerdictPolicy policy =
        policy(
            "verdict: { fail: 3 of 5, recover: 4, confirm-after: 5s }",
            "verdict: { recover: 3, confirm-after: 20s }",
            "golden-path: { verdict: { confirm-after: 7s } }");

    assertThat(policy).isEqualTo(new VerdictPolicy(3, 5, 3, Duration.ofSeconds(7)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          fail: 3 of 2       | verdict.fail          | 3 of 2
          fail: 0 of 2       | verdict.fail          | 0 of 2
          fail: 2 of 21      | verdict.fail          | 2 of 21
          fail: twice        | verdict.fail          | as in 2 of 3
          recover: 0         | verdict.recover       | from 1 to 20
          confirm-after: 0s  | verdict.confirm-after | longer than zero
          """)
  void areRefusedWhereNoRunsMakeThem(String written, String key, String problem) {
    assertThatThrownBy(() -> policy("", "verdict: { " + written + " }", "golden-path: {}"))
        .hasMessageContaining("goldenpath.targets.staging." + key)
        .hasMessageContaining(problem);
  }

  private static VerdictPolicy policy(String all, String target, String journey)
      throws IOException {
    String yaml =
        """
        goldenpath:
          %s
          targets:
            staging:
              login: { type: none }
              socket: { url: wss://api.example.com/ws }
              %s
              journeys:
                %s
        """
            .formatted(all, target, journey);
    return WrittenSettings.ofYaml(yaml).settings().setups().getFirst().probe().verdict();
  }
}
