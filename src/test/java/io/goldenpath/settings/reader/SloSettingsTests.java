package io.goldenpath.settings.reader;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.probe.ServiceLevelObjective;
import io.goldenpath.model.probe.ServiceLevelObjective.GoodRuns;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SloSettingsTests {

  @Test
  void isTheInnermostKeyByKey() throws IOException {
    List<ServiceLevelObjective> objectives =
        objectives(
            """
            goldenpath:
              slo: { over: 7d }
              targets:
                staging:
                  login: { type: token }
                  socket: { url: wss://api.example.com/ws }
                  users: [ { token: abc } ]
                  slo: { objective: 99.5% }
                  journeys:
                    golden-path: { slo: { objective: 99.95 %, good: not-failed } }
                    refusal: { every: never }
            """);

    assertThat(objectives)
        .containsExactly(
            new ServiceLevelObjective(
                new BigDecimal("0.9995"), Duration.ofDays(7), GoodRuns.NOT_FAILED),
            new ServiceLevelObjective(
                new BigDecimal("0.995"), Duration.ofDays(7), GoodRuns.PASSED));
    assertThat(objectives.getFirst().text()).isEqualTo("99.95 % over 7 days");
    assertThat(objectives.getFirst().allowedErrors()).isEqualTo(0.0005);
  }

  @Test
  void isOffUnlessSet() throws IOException {
    assertThat(
            objectives(
                """
                goldenpath:
                  slo: { over: 7d }
                  targets:
                    staging:
                      login: { type: none }
                      socket: { url: wss://api.example.com/ws }
                """))
        .isEmpty();
  }

  private static List<ServiceLevelObjective> objectives(String yaml) throws IOException {
    return WrittenSettings.ofYaml(yaml).settings().setups().stream()
        .flatMap(setup -> Stream.ofNullable(setup.probe().serviceLevel().objective()))
        .toList();
  }
}
