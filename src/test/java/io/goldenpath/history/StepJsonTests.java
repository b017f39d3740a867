package io.goldenpath.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.finding.Step;
import io.goldenpath.model.run.StepResult;
import io.goldenpath.model.run.StepResult.State;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class StepJsonTests {

  private static final Duration TIME = Duration.ofMillis(41);

  @Test
  void saysHowOldAReusedTokenIs() {
    JsonNode json =
        json(new StepResult(Step.LOGIN, State.REUSED, TIME, TIME, Duration.ofMinutes(3), null));

    assertThat(json.path("state").stringValue()).isEqualTo("reused");
    assertThat(json.path("tokenAgeSeconds").asDouble()).isEqualTo(180);
  }

  @Test
  void saysNothingOfATokenWhereTheLoginWasWalked() {
    assertThat(json(new StepResult(Step.LOGIN, State.PASSED, TIME, TIME)).propertyNames())
        .containsExactlyInAnyOrder("step", "state", "startSeconds", "durationSeconds");
  }

  private static JsonNode json(StepResult step) {
    return JsonMapper.builder().addModule(new RunJsonModule()).build().valueToTree(step);
  }
}
