package io.goldenpath.platforms;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.JourneyRunner;
import io.goldenpath.journey.login.YamlTargetRunner;
import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.run.Outcome;
import io.goldenpath.model.run.Run;
import io.goldenpath.platforms.ReplayedPlatform.Correlation;
import io.goldenpath.settings.dialect.BundledDialectFiles;
import io.goldenpath.settings.reader.ProbeSetup;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Five real platforms as they were recorded, watched by the bundled dialects. */
class ReplayedPlatformsIT {

  private static final String LIMITS =
      """
            listen: 100ms
            limits:
              welcome: { failed: 2s }
              first-event: { failed: 2s }
              gap: { failed: 1s }
              tool: { failed: 1s }
      """;

  private static JourneyRunner runner;

  enum Platform {
    AUTOGEN("autogenstudio", "autogen-studio"),
    GRAPHQL(
        "graphqlws",
        "graphql-subscription",
        new Correlation("\"id\":\"(\\w[\\w-]*)\"", "\"id\":\"%s\"")),
    LANGGRAPH("langgraph", "langgraph-threads", new Correlation("\"id\":\"?(\\d+)", "\"id\":%s,")),
    SOCKETIO(
        "socketio",
        "socketio-chat",
        new Correlation("42/chat,(\\d+)\\[", "43/chat,%s["),
        new Correlation("\"requestId\":\"([^\"]+)\"", "\"requestId\":\"%s\"")),
    STOMP(
        "stomp",
        "stomp-chat",
        subscription("/user/queue/events"),
        subscription("/user/queue/errors"),
        subscription("/app/hello"),
        new Correlation("\"id\":\"([^\"]+)\"", "\"replyTo\":\"%s\""));

    private final String transcript;
    private final String dialect;
    private final List<Correlation> correlations;

    private static Correlation subscription(String destination) {
      return new Correlation(
          "(?s)(?=.*destination:" + destination + ")SUBSCRIBE.*?\nid:(\\w+)", "subscription:%s\n");
    }

    Platform(String transcript, String dialect, Correlation... correlations) {
      this.transcript = transcript;
      this.dialect = dialect;
      this.correlations = List.of(correlations);
    }

    ReplayedPlatform served(Transcript played) throws IOException {
      return new ReplayedPlatform(played, correlations);
    }

    String transcript() {
      return transcript;
    }

    private Run watched(Transcript played) throws Exception {
      try (ReplayedPlatform server = served(played)) {
        return runner.run(runner.journey(setup(server.port())));
      }
    }

    /** The target that comes with the dialect, at the replayed server. */
    private ProbeSetup setup(int port) {
      String target =
          BundledDialectFiles.target(dialect)
              .replaceAll("(http|ws)s://[a-z.]+", "$1://127.0.0.1:" + port)
              .replaceAll("\\$\\{\\w+}", "a-secret-of-thirty-two-characters")
              .replace("golden-path: {", "golden-path: { ask: \"" + ReplayedPlatform.ASK + "\",")
              .replace("      journeys:", LIMITS + "      journeys:");
      return YamlTargetRunner.only(target);
    }
  }

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
  void passesTheGoldenPath(Platform platform) throws Exception {
    Run run = platform.watched(Transcript.golden(platform.transcript));

    assertThat(run.findings()).extracting(Finding::message).isEmpty();
    assertThat(run.outcome()).isEqualTo(Outcome.PASSED);
  }

  @ParameterizedTest
  @EnumSource
  void tellsTheAgentsFailure(Platform platform) throws Exception {
    Run run = platform.watched(Transcript.failing(platform.transcript));

    assertThat(run.findings())
        .extracting(Finding::kind)
        .containsAnyOf(FindingKind.ERROR_ANSWER, FindingKind.ERROR_EVENT);
  }

  @ParameterizedTest
  @CsvSource({
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
  void missesAFrame(Platform platform, String frame, FindingKind kind) throws Exception {
    Transcript golden = Transcript.golden(platform.transcript);

    assertThat(kinds(platform.watched(golden.without(frame)))).contains(kind);
  }

  @ParameterizedTest
  @CsvSource({
    "AUTOGEN, ToolCallRequestEvent",
    "GRAPHQL, RunStarted",
    "LANGGRAPH, '\"seq\":10,'",
    "SOCKETIO, started",
    "STOMP, 'type\":\"run.started'"
  })
  void tellsADoubledFrame(Platform platform, String frame) throws Exception {
    Transcript golden = Transcript.golden(platform.transcript);

    assertThat(kinds(platform.watched(golden.doubling(frame))))
        .containsOnly(FindingKind.DUPLICATE_EVENT);
  }

  @ParameterizedTest
  @CsvSource({
    "AUTOGEN, ToolCallRequestEvent, ToolCallExecutionEvent",
    "GRAPHQL, RunStarted, 'TextDelta'",
    "LANGGRAPH, '\"seq\":10,', '\"seq\":12,'",
    "SOCKETIO, started, '\"asked: \"'",
    "STOMP, '\"index\":3', '\"index\":5'"
  })
  void tellsAMovedFrame(Platform platform, String frame, String behind) throws Exception {
    Transcript golden = Transcript.golden(platform.transcript);

    assertThat(kinds(platform.watched(golden.moving(frame, behind))))
        .containsAnyOf(FindingKind.OUT_OF_ORDER, FindingKind.UNPAIRED_TOOL);
  }

  private static List<FindingKind> kinds(Run run) {
    return run.findings().stream().map(Finding::kind).toList();
  }
}
