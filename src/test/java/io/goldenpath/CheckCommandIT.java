package io.goldenpath;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.demo.platform.DemoPlatform;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The check command as a process of its own: what it prints where, and what it ends with. */
class CheckCommandIT {

  private static final String PASSWORD = "p4ssw0rd-that-nobody-may-see";

  @TempDir private Path folder;

  @Test
  @Tag("mission-critical")
  void passesAgainstTheDemoWithoutAnyServerOfItsOwn() throws Exception {
    Ended ended = run("check", "demo", "--json", "--junit", "report.xml", "--server.port=1");

    assertThat(ended.code()).as(ended.err()).isZero();
    assertThat(ended.err()).isEmpty();
    JsonNode run = JsonMapper.shared().readTree(ended.out()).path("runs").path(0);
    assertThat(run.path("outcome").asString()).isEqualTo("passed");
    assertThat(run.path("trigger").asString()).isEqualTo("command");
    assertThat(run.path("users").path(0).path("events")).hasSizeGreaterThanOrEqualTo(5);
    assertThat(folder.resolve("report.xml")).content().contains("failures=\"0\"");
  }

  @Test
  void showsANewcomerAFailingCheck() throws Exception {
    Ended ended = run("check", "demo", "--fault", "wrong_sum", "--explain");

    assertThat(ended.code()).as(ended.err()).isEqualTo(1);
    assertThat(ended.err()).isEmpty();
    assertThat(ended.out())
        .contains("demo/golden-path  FAILED", "wrong_answer in answer")
        .containsPattern("← ready +\\{\"type\":")
        .containsPattern("→ submit +\\{\"type\":\"user_message\"")
        .containsPattern("← event +\\{\"type\":\"agent_started\"")
        .doesNotContain("not understood", "\u001b");
  }

  @Test
  void listsTheFaultsOfTheDemo() throws Exception {
    Ended ended = run("check", "demo", "--fault", "silence");

    assertThat(ended.code()).as(ended.err()).isEqualTo(64);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err())
        .contains("There is no fault 'silence'; known: ", "silent_after_message", "wrong_sum");
  }

  @Test
  void failsWhereNobodyListensAndShowsNoSecret() throws Exception {
    Ended ended = run("check", "staging", "--spring.config.import=file:" + settings("ws"));

    assertThat(ended.code()).as(ended.err()).isEqualTo(1);
    assertThat(ended.err()).isEmpty();
    assertThat(ended.out())
        .contains("staging/golden-path  FAILED", "✗ login", "connect_failed in login")
        .doesNotContain(PASSWORD, "\u001b");
  }

  @Test
  void refusesWrongSettings() throws Exception {
    Ended ended = run("check", "staging", "--spring.config.import=file:" + settings("ftp"));

    assertThat(ended.code()).as(ended.err()).isEqualTo(78);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err())
        .contains("goldenpath.targets.staging.socket.url")
        .doesNotContain(PASSWORD, "\tat ");
  }

  @Test
  void takesAsManyGuestsAsAreAskedFor() throws Exception {
    try (DemoPlatform platform = DemoPlatform.start(0)) {
      Ended ended =
          run(
              "check",
              "lounge",
              "--users=12",
              "--json",
              "--spring.config.import=file:" + lounge(platform.port()));

      assertThat(ended.code()).as(ended.err() + ended.out()).isZero();
      JsonNode run = JsonMapper.shared().readTree(ended.out()).path("runs").path(0);
      assertThat(run.path("users")).hasSize(12);
      assertThat(run.path("concurrency").path("succeeded").asInt()).isEqualTo(12);
    }
  }

  private Path lounge(int port) throws IOException {
    return Files.writeString(
        folder.resolve("lounge.yaml"),
        """
        goldenpath:
          targets:
            lounge:
              login: { type: none }
              socket: { url: "ws://127.0.0.1:%d/demo/guest/ws", token-in: none }
              manners: { connects: 60 }
              journeys: { isolation: { users: 2 } }
        """
            .formatted(port));
  }

  private record Ended(int code, String out, String err) {}

  private Path settings(String scheme) throws IOException {
    return Files.writeString(
        folder.resolve("targets.yaml"),
        """
        goldenpath:
          targets:
            staging:
              login: { type: password, url: "http://127.0.0.1:1/login" }
              socket: { url: "%s://127.0.0.1:1/ws" }
              users:
                - { email: probe-a@example.com, password: "%s" }
        """
            .formatted(scheme, PASSWORD));
  }

  private Ended run(String... arguments) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                absolute(System.getProperty("java.class.path")),
                GoldenPathMonitor.class.getName()));
    command.addAll(List.of(arguments));
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    try {
      assertThat(process.waitFor(3, TimeUnit.MINUTES)).as("ended within three minutes").isTrue();
    } finally {
      process.destroyForcibly();
    }
    return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
  }

  private static String absolute(String classPath) {
    return String.join(
        File.pathSeparator,
        List.of(classPath.split(File.pathSeparator)).stream()
            .map(entry -> Path.of(entry).toAbsolutePath().toString())
            .toList());
  }
}
