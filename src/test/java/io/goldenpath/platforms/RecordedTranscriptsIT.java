package io.goldenpath.platforms;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.JourneyRunner;
import io.goldenpath.har.HarReader;
import io.goldenpath.inference.RecordedSettings;
import io.goldenpath.journey.login.YamlTargetRunner;
import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.run.Outcome;
import io.goldenpath.model.run.Run;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Five real platforms, watched by what was made of their recordings. */
class RecordedTranscriptsIT {

  private static JourneyRunner runner;

  @TempDir private Path folder;

  @BeforeAll
  static void start() {
    runner = new JourneyRunner();
  }

  @AfterAll
  static void stop() {
    runner.close();
  }

  @ParameterizedTest
  @EnumSource(names = {"AUTOGEN", "GRAPHQL", "LANGGRAPH", "SOCKETIO", "STOMP"})
  void passTheGoldenPath(RecordedPlatform platform) throws Exception {
    Run run = watched(platform, Transcript.golden(platform.transcript()));

    assertThat(run.findings()).extracting(Finding::message).isEmpty();
    assertThat(run.outcome()).isEqualTo(Outcome.PASSED);
  }

  @ParameterizedTest
  @CsvSource({
    "AUTOGEN, task_result",
    "GRAPHQL, RunStarted",
    "LANGGRAPH, '\"seq\":10,'",
    "SOCKETIO, started",
    "STOMP, '\"index\":3'"
  })
  void missAFrame(RecordedPlatform platform, String frame) throws Exception {
    Run run = watched(platform, Transcript.golden(platform.transcript()).without(frame));

    assertThat(run.outcome()).isEqualTo(Outcome.FAILED);
  }

  private Run watched(RecordedPlatform platform, Transcript played) throws Exception {
    try (ReplayedPlatform server = new ReplayedPlatform(played, platform.correlations())) {
      String host = "127.0.0.1:" + server.port();
      Path har = TranscriptHar.write(folder, platform.transcript(), host);
      String yaml =
          RecordedSettings.yaml(HarReader.read(har), "chat", null)
              .replaceAll("\\$\\{\\w+}", "a-secret-of-the-operator")
              .replace("golden-path: {", "golden-path: { ask: \"" + ReplayedPlatform.ASK + "\",");
      return runner.run(runner.journey(YamlTargetRunner.only(yaml)));
    }
  }
}
