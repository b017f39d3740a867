package io.goldenpath.regression;

import static io.goldenpath.model.run.SampleRuns.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.SampleRuns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunProfileTests {

  private final Run passed = SampleRuns.passed(SampleRuns.probe("staging"), "a", NOON);

  @Test
  void holdsEventsByArrivalTheirFieldsAndTheTimesBetween() {
    RunProfile profile = RunProfile.of(passed).orElseThrow();

    assertThat(profile.shape().events())
        .containsExactly(
            "agent_started",
            "agent_thinking",
            "tool_executing",
            "tool_completed",
            "agent_completed");
    assertThat(profile.shape().fields().get("agent_started")).contains("/type");
    assertThat(profile.millis())
        .containsEntry(new EventTransition("", "agent_started"), 311.0)
        .containsEntry(new EventTransition("agent_started", "agent_thinking"), 132.0)
        .containsEntry(RunProfile.WHOLE_ANSWER, 1220.0);
    assertThat(profile.answerLength()).isEqualTo(20);
  }

  @Test
  void isEmptyForARunWithoutAnAnswer() {
    assertThat(RunProfile.of(SampleRuns.stalled(SampleRuns.probe("staging"), "b", NOON))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"a\":{\"b\":1},\"c\":null}|/a /a/b /c",
        "{\"list\":[{\"x\":1},{\"y\":2}]}|/list /list/*/x /list/*/y",
        "{\"by\":{\"41\":{\"n\":1},\"7b1e9c52-4a6f-4b8e-9d59-1d1f3b6c2a10\":{\"n\":2}}}|/by /by/* /by/*/n",
        "{\"runs\":{\"run_4cdfed6f32a7\":1}}|/runs /runs/*",
        "{\"a/b\":{\"c~d\":1}}|/a~1b /a~1b/c~0d",
        "{\"step_1_name\":1,\"top5\":2}|/step_1_name /top5",
        "[1,2]|",
        "not JSON|",
      })
  void namesFieldsWithoutValuesIdsAndPlaces(String frame, String pointers) {
    assertThat(FieldPointers.of(frame))
        .containsExactlyInAnyOrder(pointers == null ? new String[0] : pointers.split(" ", -1));
  }

  @Test
  void boundsTheFieldsOfAnEvent() {
    StringBuilder wide = new StringBuilder("{\"a\":1");
    for (int i = 0; i < 1000; i++) {
      wide.append(",\"f").append((char) ('a' + i % 26)).append("x".repeat(i / 26)).append("\":1");
    }

    assertThat(FieldPointers.of(wide + "}")).hasSize(FieldPointers.MAX);
    assertThat(FieldPointers.of("{\"a\":".repeat(100) + "1" + "}".repeat(100)))
        .hasSizeLessThan(FieldPointers.MAX);
  }
}
