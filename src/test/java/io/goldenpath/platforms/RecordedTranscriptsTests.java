package io.goldenpath.platforms;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.cli.recording.BundledDialectMatch;
import io.goldenpath.har.HarReader;
import io.goldenpath.inference.RecordedSettings;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordedTranscriptsTests {

  @ParameterizedTest
  @CsvSource({
    "ag-ui, ag-ui",
    "autogenstudio, autogen-studio",
    "openai-realtime, openai-realtime",
    "openai-responses, openai-responses"
  })
  void areOfABundledDialect(String platform, String dialect, @TempDir Path folder)
      throws Exception {
    String yaml =
        RecordedSettings.yaml(
            HarReader.read(TranscriptHar.write(folder, platform, "127.0.0.1:8080")),
            "it",
            null,
            BundledDialectMatch::of);

    assertThat(yaml).contains("dialect: " + dialect + " ").doesNotContain("dialects:");
  }

  @ParameterizedTest
  @ValueSource(strings = {"autogenstudio", "graphqlws", "langgraph", "socketio", "stomp"})
  void holdNoSecret(String platform, @TempDir Path folder) throws Exception {
    String yaml =
        RecordedSettings.yaml(
            HarReader.read(TranscriptHar.write(folder, platform, "127.0.0.1:8080")), "it", null);

    assertThat(yaml).doesNotContain(TranscriptHar.secrets());
  }
}
