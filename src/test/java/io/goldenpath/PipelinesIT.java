package io.goldenpath;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.demo.platform.DemoPlatform;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

/** The examples of {@code docs/pipelines.md}: what a job's shell is given is run here too. */
class PipelinesIT {

  private static final Pattern BLOCK = Pattern.compile("(?ms)^```(yaml|groovy)\n(.*?)^```$");
  private static final Pattern COMMAND = Pattern.compile("(?m)^ +(?:- )?(golden-path .*)$");

  @TempDir private Path folder;

  @Test
  void checkATargetAndReportIt() throws Exception {
    try (DemoPlatform platform = DemoPlatform.start(0)) {
      Files.writeString(folder.resolve("targets.yaml"), targets(platform.port()));
      Path script = Files.writeString(folder.resolve("job.sh"), "set -e\n" + commands());

      Process job = job(script).start();
      try {
        assertThat(job.waitFor(2, TimeUnit.MINUTES)).as("ended within two minutes").isTrue();
      } finally {
        job.destroyForcibly();
      }

      String log = Files.readString(folder.resolve("log"));
      assertThat(job.exitValue()).as(log).isZero();
      assertThat(log)
          .contains(
              "No mistakes: 1 probes of 1 targets",
              "staging/golden-path  PASSED",
              "staging/golden-path  3 runs: 3 passed (100.0 % good)")
          .doesNotContain("\u001b");
      assertThat(folder.resolve("report.xml")).content().contains("staging/golden-path");
    }
  }

  @Test
  void areYamlThatTheirReadersTake() throws IOException {
    List<Map<String, Object>> documents =
        blocks("yaml").map(text -> new Yaml().<Map<String, Object>>load(text)).toList();

    assertThat(documents)
        .satisfiesExactly(
            settings -> assertThat(settings).containsOnlyKeys("goldenpath"),
            github -> assertThat(github).containsKeys("name", "jobs"),
            gitlab -> assertThat(gitlab).containsOnlyKeys("golden-path"));
  }

  /** Each once, in the order of the page. */
  private static String commands() throws IOException {
    String commands =
        Stream.concat(blocks("yaml"), blocks("groovy"))
            .flatMap(text -> COMMAND.matcher(text).results())
            .map(match -> match.group(1))
            .distinct()
            .collect(Collectors.joining("\n"));
    assertThat(commands.lines()).hasSize(4);
    return commands;
  }

  private static Stream<String> blocks(String language) throws IOException {
    return BLOCK
        .matcher(Files.readString(Path.of("docs/pipelines.md")))
        .results()
        .filter(block -> block.group(1).equals(language))
        .map(block -> block.group(2));
  }

  /** In place of the packaged command, which other tests try, this JVM's class path. */
  private ProcessBuilder job(Path script) throws IOException {
    String classPath =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(entry -> Path.of(entry).toAbsolutePath().toString())
            .collect(Collectors.joining(File.pathSeparator));
    Path command =
        Files.writeString(
            folder.resolve("golden-path"),
            "#!/bin/sh\nexec '%s/bin/java' -XX:TieredStopAtLevel=1 -cp '%s' %s \"$@\"\n"
                .formatted(
                    System.getProperty("java.home"), classPath, GoldenPathMonitor.class.getName()));
    Files.setPosixFilePermissions(command, PosixFilePermissions.fromString("rwx------"));
    ProcessBuilder job =
        new ProcessBuilder("sh", script.toString())
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile());
    job.environment().merge("PATH", folder.toString(), (path, ours) -> ours + ":" + path);
    return job;
  }

  private static String targets(int port) {
    return """
    goldenpath:
      targets:
        staging:
          labels: { team: search }
          login: { type: none }
          socket: { url: "ws://127.0.0.1:%d/demo/guest/ws", token-in: none }
          manners: { connects: 60 }
    """
        .formatted(port);
  }
}
