package io.goldenpath.platforms;

import io.goldenpath.JourneyRunner;
import io.goldenpath.journey.login.YamlTargetRunner;
import io.goldenpath.model.run.Run;
import io.goldenpath.platforms.RecordedIds.Correlation;
import io.goldenpath.settings.dialect.BundledDialectFiles;
import io.goldenpath.settings.reader.ProbeSetup;
import java.util.List;

/**
 * Platforms of which there is a transcript, with the bundled dialect of each. Those of AG-UI and
 * OpenAI are written from the published protocols; the others were recorded.
 */
public enum RecordedPlatform {
  AG_UI(
      "ag-ui",
      "ag-ui",
      new Correlation("\"threadId\":\"([^\"]+)\"", "\"threadId\":\"%s\""),
      new Correlation("\"runId\":\"([^\"]+)\"", "\"runId\":\"%s\"")),
  AUTOGEN("autogenstudio", "autogen-studio"),
  GRAPHQL(
      "graphqlws",
      "graphql-subscription",
      new Correlation("\"id\":\"(\\w[\\w-]*)\"", "\"id\":\"%s\"")),
  LANGGRAPH("langgraph", "langgraph-threads", new Correlation("\"id\":\"?(\\d+)", "\"id\":%s,")),
  REALTIME("openai-realtime", "openai-realtime"),
  RESPONSES("openai-responses", "openai-responses"),
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

  private static final String LIMITS =
      """
            listen: 100ms
            limits:
              welcome: { failed: 2s }
              first-event: { failed: 2s }
              gap: { failed: 1s }
              tool: { failed: 1s }
      """;

  private final String transcript;
  private final String dialect;
  private final List<Correlation> correlations;

  RecordedPlatform(String transcript, String dialect, Correlation... correlations) {
    this.transcript = transcript;
    this.dialect = dialect;
    this.correlations = List.of(correlations);
  }

  private static Correlation subscription(String destination) {
    return new Correlation(
        "(?s)(?=.*destination:" + destination + ")SUBSCRIBE.*?\nid:(\\w+)", "subscription:%s\n");
  }

  String transcript() {
    return transcript;
  }

  List<Correlation> correlations() {
    return correlations;
  }

  /** One run against a server that plays this. */
  Run watched(Transcript played, JourneyRunner runner) throws Exception {
    try (ReplayedPlatform server = new ReplayedPlatform(played, correlations)) {
      return runner.run(runner.journey(setup(server.port())));
    }
  }

  /** The target that comes with the dialect, at a server of this port. */
  ProbeSetup setup(int port) {
    String target =
        BundledDialectFiles.target(dialect)
            .replaceAll("(http|ws)s://[a-z.]+", "$1://127.0.0.1:" + port)
            .replaceAll("\\$\\{\\w+}", "a-secret-of-thirty-two-characters")
            .replaceFirst("every: 15m, ", "")
            .replaceFirst("email: probe@example.com, password", "subject: probe-a@example.com, $0")
            .replaceFirst("- \\{ email: probe,", "- { subject: probe-a, email: probe,")
            .replaceFirst("- \\{ token:", "- { subject: probe-a, token:")
            .replace("golden-path: {", "golden-path: { ask: \"" + ReplayedPlatform.ASK + "\",")
            .replace("      journeys:", LIMITS + "      journeys:");
    return YamlTargetRunner.only(target);
  }
}
