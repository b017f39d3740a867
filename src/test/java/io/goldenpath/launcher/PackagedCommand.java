package io.goldenpath.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.InstalledTool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The command of {@code mvn package -Pdist}.
 *
 * @param program The launcher, or a link to it.
 * @param folder Where it is called, and where its output goes.
 * @param environment Variables beside those that it inherits.
 */
record PackagedCommand(Path program, Path folder, Map<String, String> environment) {

  private static final Path HOME = Path.of("target/golden-path-monitor").toAbsolutePath();
  private static final Path LAUNCHER = Path.of("bin/golden-path");
  private static final long LIMIT_SECONDS = 180;

  /** How it ended, and what it printed. */
  record Result(int exitCode, String out, String err) {}

  /** With the Java of this test; the test is skipped where there is no command. */
  static PackagedCommand built(Path folder) {
    if (!Files.exists(HOME.resolve(LAUNCHER))) {
      InstalledTool.unavailable("Only mvn -P dist makes the command");
    }
    return new PackagedCommand(
        HOME.resolve(LAUNCHER), folder, Map.of("JAVA_HOME", System.getProperty("java.home")));
  }

  PackagedCommand with(String variable, String value) {
    Map<String, String> all = new HashMap<>(environment);
    all.put(variable, value);
    return new PackagedCommand(program, folder, all);
  }

  PackagedCommand at(Path other) {
    return new PackagedCommand(other, folder, environment);
  }

  /** The same files, dates and all, in this folder. */
  PackagedCommand movedTo(Path home) throws IOException {
    try (Stream<Path> files = Files.walk(HOME)) {
      for (Path file : files.toList()) {
        Path other = home.resolve(HOME.relativize(file));
        if (Files.isDirectory(file)) {
          Files.createDirectories(other);
        } else {
          Files.createLink(other, file);
        }
      }
    }
    return at(home.resolve(LAUNCHER));
  }

  Result run(String... arguments) throws IOException, InterruptedException {
    Process process = start(arguments);
    try {
      assertThat(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
      return new Result(process.exitValue(), out(), Files.readString(folder.resolve("err")));
    } finally {
      process.destroyForcibly();
    }
  }

  /** Whoever starts it ends it. */
  Process start(String... arguments) throws IOException {
    List<String> line = Stream.concat(Stream.of(program.toString()), Stream.of(arguments)).toList();
    ProcessBuilder builder =
        new ProcessBuilder(line)
            .directory(folder.toFile())
            .redirectOutput(folder.resolve("out").toFile())
            .redirectError(folder.resolve("err").toFile());
    builder.environment().putAll(environment);
    return builder.start();
  }

  String out() throws IOException {
    return Files.readString(folder.resolve("out"));
  }
}
