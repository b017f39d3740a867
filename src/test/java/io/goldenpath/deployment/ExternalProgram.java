package io.goldenpath.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.InstalledTool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A program from Debian, run by a test. */
record ExternalProgram(Path program) {

  private static final Map<String, String> PACKAGES =
      Map.of("promtool", "prometheus", "amtool", "prometheus-alertmanager");

  static ExternalProgram named(String name) {
    return new ExternalProgram(InstalledTool.path(name, PACKAGES.getOrDefault(name, name)));
  }

  /** Runs it to its end, which must be a good one, and returns what it printed. */
  String run(Path output, Duration limit, String... arguments)
      throws IOException, InterruptedException {
    Process process = start(output, arguments);
    boolean ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
    process.destroyForcibly();
    String printed = Files.readString(output);
    assertThat(ended).as("%s ends in time; it printed: %s", program, printed).isTrue();
    assertThat(process.exitValue()).as(printed).isZero();
    return printed;
  }

  /** Starts it; whoever asked ends it. */
  Process start(Path output, String... arguments) throws IOException {
    List<String> line =
        Stream.concat(Stream.of(program.toString()), Arrays.stream(arguments)).toList();
    return new ProcessBuilder(line)
        .redirectErrorStream(true)
        .redirectOutput(output.toFile())
        .start();
  }
}
