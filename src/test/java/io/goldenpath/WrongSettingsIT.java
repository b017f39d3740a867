package io.goldenpath;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The monitor as a process of its own that is started with wrong settings. */
class WrongSettingsIT {

  private static final Path MISTAKES = Path.of("src/test/resources/mistakes").toAbsolutePath();

  @Test
  void endsTheServiceWithoutAStackTrace() throws Exception {
    Ended ended = run("--spring.config.import=" + file("several-limits.yaml"), "--server.port=0");

    assertThat(ended.text())
        .contains("There are 5 mistakes in the settings:")
        .contains("goldenpath.targets.staging.limits.connect (several-limits.yaml line 15)")
        .doesNotContain("\tat ", "Caused by");
    assertThat(ended.exitCode()).isEqualTo(78);
  }

  @Test
  void endsTheServiceOnAFileThatIsNoYaml() throws Exception {
    Ended ended = run("--spring.config.import=" + file("file-with-open-quote.yaml"));

    assertThat(ended.text())
        .contains("file-with-open-quote.yaml (line 4, column 1): is no YAML")
        .doesNotContain("\tat ", "hunter2");
    assertThat(ended.exitCode()).isEqualTo(78);
  }

  @Test
  void endsTheServiceOnAFileThatIsNotThere() throws Exception {
    Ended ended = run("--spring.config.import=" + file("nowhere.yaml"));

    assertThat(ended.text()).contains("nowhere.yaml").doesNotContain("\tat ");
    assertThat(ended.exitCode()).isEqualTo(78);
  }

  private static String file(String name) {
    return "file:" + MISTAKES.resolve(name);
  }

  private record Ended(int exitCode, String text) {}

  private static Ended run(String... arguments) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                GoldenPathMonitor.class.getName()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("PASSWORD", "correct horse battery staple");
    Process process = builder.start();
    try {
      String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
      return new Ended(process.exitValue(), text);
    } finally {
      process.destroyForcibly();
    }
  }
}
