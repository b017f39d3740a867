package io.goldenpath;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The monitor as a process of its own that is started with wrong settings. */
class WrongSettingsIT {

  private static final Path MISTAKES = Path.of("src/test/resources/mistakes").toAbsolutePath();

  @Test
  void endsTheServiceWithoutAStackTrace() throws Exception {
    MonitorProcess ended =
        run("--spring.config.import=" + file("several-limits.yaml"), "--server.port=0");

    assertThat(ended.text())
        .contains("There are 5 mistakes in the settings:")
        .contains("goldenpath.targets.staging.limits.connect (several-limits.yaml line 15)")
        .doesNotContain("\tat ", "Caused by");
    assertThat(ended.exitCode()).isEqualTo(78);
  }

  @Test
  void endsTheServiceOnAFileThatIsNoYaml() throws Exception {
    MonitorProcess ended = run("--spring.config.import=" + file("file-with-open-quote.yaml"));

    assertThat(ended.text())
        .contains("file-with-open-quote.yaml (line 4, column 1): is no YAML")
        .doesNotContain("\tat ", "hunter2");
    assertThat(ended.exitCode()).isEqualTo(78);
  }

  @Test
  void endsTheServiceOnAFileThatIsNotThere() throws Exception {
    MonitorProcess ended = run("--spring.config.import=" + file("nowhere.yaml"));

    assertThat(ended.text()).contains("nowhere.yaml").doesNotContain("\tat ");
    assertThat(ended.exitCode()).isEqualTo(78);
  }

  /** The same at each of the three places where settings are read. */
  @ParameterizedTest
  @ValueSource(
      strings = {"run --server.port=0 --IMPORT", "check staging --IMPORT", "validate FILE"})
  void endOnABundleThatIsNotThere(String command) throws Exception {
    String file = MISTAKES.resolve("login-bundle-unknown.yaml").toString();

    MonitorProcess ended =
        run(
            command
                .replace("IMPORT", "spring.config.import=file:" + file)
                .replace("FILE", file)
                .split(" "));

    assertThat(ended.text())
        .contains(
            "goldenpath.targets.staging.login.ssl-bundle (login-bundle-unknown.yaml line 7): there"
                + " is no SSL bundle 'corpp'; known: corporate; perhaps 'corporate' was meant")
        .doesNotContain("\tat ", "No mistakes");
    assertThat(ended.exitCode()).isEqualTo(78);
  }

  private static String file(String name) {
    return "file:" + MISTAKES.resolve(name);
  }

  private static MonitorProcess run(String... arguments) throws Exception {
    return MonitorProcess.run(Map.of("PASSWORD", "correct horse battery staple"), arguments);
  }
}
