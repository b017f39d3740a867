package io.goldenpath.settings.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.settings.reader.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RestartKeysTests {

  private static final String TARGET =
      """
      goldenpath:
        targets:
          one:
            login: { type: none }
            socket: { url: wss://one.example.com/ws }
      """;

  @TempDir private Path directory;
  private Settings active;

  @BeforeEach
  void readWhatIsActive() throws IOException {
    active = settings(TARGET);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          goldenpath.location | goldenpath.location: berlin
          goldenpath.metrics  | goldenpath.metrics.detail: full
          goldenpath.history  | goldenpath.history.runs: 30d
          goldenpath.data     | goldenpath.data: /elsewhere
          goldenpath.access.users | goldenpath.access.users: [ { name: a, password: "{noop}b" } ]
          goldenpath.access.oidc | goldenpath.access.oidc: { issuer: "https://a.b", client-id: a, client-secret: "{b}" }
          spring.datasource   | spring.datasource.url: jdbc:postgresql://db/monitor
          """)
  void areToldAndNotApplied(String key, String line) throws IOException {
    Settings changed = settings(TARGET + line + "\n");

    assertThat(RestartKeys.changed(active, changed)).containsExactly(key);
    assertThat(RestartKeys.areAllThatChanged(active, changed)).isTrue();
  }

  @Test
  void leaveTheRestToBeApplied() throws IOException {
    Settings changed = settings(TARGET.replace("one:", "two:") + "goldenpath.location: berlin\n");

    assertThat(RestartKeys.changed(active, changed)).containsExactly("goldenpath.location");
    assertThat(RestartKeys.areAllThatChanged(active, changed)).isFalse();
  }

  @Test
  void areNoneWhereNothingChanged() throws IOException {
    Settings same = settings(TARGET);

    assertThat(RestartKeys.changed(active, same)).isEmpty();
    assertThat(RestartKeys.areAllThatChanged(active, same)).isFalse();
  }

  private Settings settings(String yaml) throws IOException {
    return SettingsLoader.load(List.of(Files.writeString(directory.resolve("s.yaml"), yaml)));
  }
}
