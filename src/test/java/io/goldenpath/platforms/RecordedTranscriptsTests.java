package io.goldenpath.platforms;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.har.HarReader;
import io.goldenpath.inference.RecordedSettings;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordedTranscriptsTests {

  @ParameterizedTest
  @ValueSource(strings = {"autogenstudio", "graphqlws", "langgraph", "socketio", "stomp"})
  void holdNoSecret(String platform, @TempDir Path folder) throws Exception {
    String yaml =
        RecordedSettings.yaml(
            HarReader.read(TranscriptHar.write(folder, platform, "127.0.0.1:8080")), "it", null);

    assertThat(yaml).doesNotContain(TranscriptHar.secrets());
  }
}
