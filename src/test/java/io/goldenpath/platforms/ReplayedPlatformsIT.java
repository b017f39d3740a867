package io.goldenpath.platforms;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.JourneyRunner;
import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.run.Outcome;
import io.goldenpath.model.run.Run;
import io.goldenpath.platforms.Transcript.Frame;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Platforms as they were recorded, and three as they are published, in the bundled dialects. */
class ReplayedPlatformsIT {

  private static JourneyRunner runner;

  @BeforeAll
  static void start() {
    runner = new JourneyRunner();
  }

  @AfterAll
  static void stop() {
    runner.close();
  }

  @ParameterizedTest
  @EnumSource
  void passesTheGoldenPath(RecordedPlatform platform) throws Exception {
    Run run = platform.watched(Transcript.golden(platform.transcript()), runner);

    assertThat(run.findings()).extracting(Finding::message).isEmpty();
    assertThat(run.outcome()).isEqualTo(Outcome.PASSED);
  }

  @ParameterizedTest
  @EnumSource
  void tellsTheAgentsFailure(RecordedPlatform platform) throws Exception {
    Run run = platform.watched(Transcript.failing(platform.transcript()), runner);

    assertThat(run.findings())
        .extracting(Finding::kind)
        .containsAnyOf(FindingKind.ERROR_ANSWER, FindingKind.ERROR_EVENT);
  }

  @ParameterizedTest
  @CsvSource({
    "AG_UI, RUN_STARTED, MISSING_EVENT",
    "AG_UI, TOOL_CALL_END, UNPAIRED_TOOL",
    "AG_UI, RUN_FINISHED, STALLED",
    "REALTIME, response.created, MISSING_EVENT",
    "REALTIME, response.output_item.done, UNPAIRED_TOOL",
    "REALTIME, '\"response.done', STALLED",
    "RESPONSES, response.created, MISSING_EVENT",
    "RESPONSES, response.content_part.done, UNPAIRED_TOOL",
    "RESPONSES, response.completed, STALLED",
    "AUTOGEN, ToolCallExecutionEvent, UNPAIRED_TOOL",
    "AUTOGEN, The answer is 42. TERMINATE, MISSING_EVENT",
    "AUTOGEN, task_result, STALLED",
    "GRAPHQL, RunStarted, MISSING_EVENT",
    "GRAPHQL, 'state\":\"end', UNPAIRED_TOOL",
    "GRAPHQL, complete, STALLED",
    "LANGGRAPH, '\"seq\":10,', MISSING_EVENT",
    "LANGGRAPH, '\"seq\":22,', STALLED",
    "SOCKETIO, started, MISSING_EVENT",
    "SOCKETIO, 'state\":\"start', UNPAIRED_TOOL",
    "SOCKETIO, '[\"agent\",\"done', STALLED",
    "STOMP, 'type\":\"tool.started', UNPAIRED_TOOL",
    "STOMP, '\"index\":3', MISSING_EVENT",
    "STOMP, 'type\":\"run.finished', STALLED"
  })
  void missesAFrame(RecordedPlatform platform, String frame, FindingKind kind) throws Exception {
    Transcript golden = Transcript.golden(platform.transcript());

    assertThat(kinds(platform.watched(golden.without(frame), runner))).contains(kind);
  }

  @ParameterizedTest
  @CsvSource({
    "AG_UI, RUN_STARTED",
    "REALTIME, response.created",
    "RESPONSES, response.created",
    "AUTOGEN, ToolCallRequestEvent",
    "GRAPHQL, RunStarted",
    "LANGGRAPH, '\"seq\":10,'",
    "SOCKETIO, started",
    "STOMP, 'type\":\"run.started'"
  })
  void tellsADoubledFrame(RecordedPlatform platform, String frame) throws Exception {
    Transcript golden = Transcript.golden(platform.transcript());

    assertThat(kinds(platform.watched(golden.doubling(frame), runner)))
        .containsOnly(FindingKind.DUPLICATE_EVENT);
  }

  @ParameterizedTest
  @CsvSource({
    "AG_UI, RUN_STARTED, TEXT_MESSAGE_START",
    "REALTIME, response.created, response.output_text.delta",
    "RESPONSES, response.created, response.output_text.delta",
    "AUTOGEN, ToolCallRequestEvent, ToolCallExecutionEvent",
    "GRAPHQL, RunStarted, 'TextDelta'",
    "LANGGRAPH, '\"seq\":10,', '\"seq\":12,'",
    "SOCKETIO, started, '\"asked: \"'",
    "STOMP, '\"index\":3', '\"index\":5'"
  })
  void tellsAMovedFrame(RecordedPlatform platform, String frame, String behind) throws Exception {
    Transcript golden = Transcript.golden(platform.transcript());

    assertThat(kinds(platform.watched(golden.moving(frame, behind), runner)))
        .containsAnyOf(FindingKind.OUT_OF_ORDER, FindingKind.UNPAIRED_TOOL);
  }

  @ParameterizedTest
  @CsvSource({
    "AG_UI, 'is 42.', 'is 41.'",
    "REALTIME, '\"delta\":\"is 42.', '\"delta\":\"is 41.'",
    "RESPONSES, '\"delta\":\"is 42.', '\"delta\":\"is 41.'"
  })
  void tellsAWrongAnswer(RecordedPlatform platform, String right, String wrong) throws Exception {
    Transcript golden = Transcript.golden(platform.transcript());

    assertThat(kinds(platform.watched(golden.replacing(right, wrong), runner)))
        .containsExactly(FindingKind.WRONG_ANSWER);
  }

  @ParameterizedTest
  @CsvSource({
    "AG_UI, TEXT_MESSAGE_START",
    "REALTIME, response.content_part.added",
    "RESPONSES, response.content_part.added"
  })
  void tellsOfSilenceOfALossAndOfWhatIsNoMessage(RecordedPlatform platform, String part)
      throws Exception {
    Transcript golden = Transcript.golden(platform.transcript());
    Frame garbage = new Frame(false, 1, "{\"type\":");

    assertThat(kinds(platform.watched(golden.until(part), runner)))
        .containsExactly(FindingKind.STALLED);
    assertThat(kinds(platform.watched(golden.until(part).adding(Frame.CLOSE, part), runner)))
        .containsExactly(FindingKind.DROPPED);
    assertThat(kinds(platform.watched(golden.adding(garbage, part), runner)))
        .containsExactly(FindingKind.MALFORMED_EVENT);
  }

  @Test
  void tellsThatNothingComes() throws Exception {
    Transcript golden = Transcript.golden(RecordedPlatform.AG_UI.transcript());

    assertThat(kinds(RecordedPlatform.AG_UI.watched(golden.answering(_ -> List.of()), runner)))
        .containsExactly(FindingKind.SILENT);
  }

  @Test
  void tellsAnErrorThatARunSurvives() throws Exception {
    Transcript golden = Transcript.golden(RecordedPlatform.REALTIME.transcript());
    Frame error =
        new Frame(
            false,
            1,
            "{\"type\":\"error\",\"error\":{\"type\":\"server_error\",\"message\":\"try again\"}}");
    Run run = RecordedPlatform.REALTIME.watched(golden.adding(error, "response.created"), runner);

    assertThat(kinds(run)).containsExactly(FindingKind.ERROR_EVENT);
    assertThat(run.outcome()).isEqualTo(Outcome.DEGRADED);
  }

  @ParameterizedTest
  @CsvSource({
    "GRAPHQL, '\"user\":\"probe-a@', '\"user\":\"probe-b@'",
    "RESPONSES, '\"safety_identifier\":null', '\"safety_identifier\":\"probe-b\"'",
    "SOCKETIO, '\"user\":\"probe-a@', '\"user\":\"probe-b@'",
    "STOMP, 'user-name:probe-a', 'user-name:probe-b'"
  })
  void tellsAnotherUsersId(RecordedPlatform platform, String own, String other) throws Exception {
    Transcript golden = Transcript.golden(platform.transcript());

    assertThat(kinds(platform.watched(golden.replacing(own, other), runner)))
        .contains(FindingKind.LEAK_IDENTITY);
  }

  private static List<FindingKind> kinds(Run run) {
    return run.findings().stream().map(Finding::kind).toList();
  }
}
