package io.goldenpath.history;

import static io.goldenpath.model.run.SampleRuns.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.SampleRuns;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class StalledRunJsonTests {

  private final Run run = SampleRuns.passed(SampleRuns.probe("staging"), "a", NOON);

  @Test
  void saysHowLongTheMonitorStoodStill() {
    Run stalled = run.withStalled(Duration.ofMillis(1250));

    assertThat(json(RunJson.of(stalled)).path("stalledSeconds").asDouble()).isEqualTo(1.25);
    assertThat(json(RunSummaryJson.of(stalled)).path("stalledSeconds").asDouble()).isEqualTo(1.25);
  }

  @Test
  void saysNothingWhereItDidNot() {
    assertThat(json(RunJson.of(run)).has("stalledSeconds")).isFalse();
  }

  private static JsonNode json(Object run) {
    return JsonMapper.builder().addModule(new RunJsonModule()).build().valueToTree(run);
  }
}
