package io.goldenpath.settings.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goldenpath.model.target.ReleaseSource;
import io.goldenpath.model.target.Secret;
import io.goldenpath.settings.mistakes.SettingsException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReleaseSettingsTests {

  @Test
  void isToldByNobodyUnlessSet() throws IOException {
    assertThat(source("")).isNull();
  }

  @Test
  void isReadFromAnAnswerOrAHeader() throws IOException {
    assertThat(source("release: { get: https://api.example.com/health, at: /build/version }"))
        .isEqualTo(
            new ReleaseSource.Reply(Secret.of("https://api.example.com/health"), "/build/version"));
    assertThat(source("release: { header: X-Version }"))
        .isEqualTo(new ReleaseSource.Header("X-Version"));
  }

  @Test
  void isAskedForOnTheHostOfTheLogin() throws IOException {
    assertThat(source("release: { get: /health, at: /version }"))
        .isEqualTo(
            new ReleaseSource.Reply(
                Secret.of("https://login.example.com:8443/health"), "/version"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{ get: /health, at: /version, header: X-Version } | release | and not both",
        "{ at: /version } | release | expected get, with its at, or header",
        "{ get: /health } | release.at | is missing; expected a JSON pointer",
        "{ get: /health, at: version } | release.at | expected a JSON pointer such as",
        "{ get: 'ftp://example.com', at: /version } | release.get | expected http:// or https://",
        "{ get: '/health?u={email}', at: /version } | release.get | takes no variables",
        "{ header: 'X Version' } | release.header | expected the name of a header such as X-Version",
        "{ header: X-Version, at: /version } | release.at | belongs to get",
        "{ header: X-Version, heeder: x } | release.heeder | the nearest one is 'header'"
      })
  void namesWhatIsWrong(String release, String key, String mistake) {
    assertThatThrownBy(() -> source("release: " + release))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("goldenpath.targets.staging." + key)
        .hasMessageContaining(mistake);
  }

  private static @Nullable ReleaseSource source(String release) throws IOException {
    String yaml =
        """
        goldenpath:
          targets:
            staging:
              login: { type: password, url: 'https://login.example.com:8443/auth' }
              socket: { url: wss://api.example.com/ws }
              users: [ { email: a@example.com, password: "${PASSWORD}" } ]
              %s
        """
            .formatted(release);
    return WrittenSettings.ofYaml(yaml)
        .settings()
        .setups()
        .getFirst()
        .probe()
        .target()
        .access()
        .release();
  }
}
