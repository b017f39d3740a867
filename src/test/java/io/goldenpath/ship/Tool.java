package io.goldenpath.ship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A program from Debian. A laptop may lack it, and then skips the test; CI may not. */
record Tool(Path program) {

  static Tool named(String name) {
    Optional<Path> found =
        Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
            .map(folder -> Path.of(folder, name))
            .filter(Files::isExecutable)
            .findFirst();
    if (System.getenv("CI") != null) {
      assertThat(found).as("program %s, which .ci/run installs", name).isPresent();
    }
    assumeTrue(found.isPresent(), () -> name + " is not installed; apt-get install it to run this");
    return new Tool(found.orElseThrow());
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
