package io.goldenpath.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Several runs of each probe, and what a pipeline is told of them. */
class RepeatedCheckTests {

  private final CommandLineFixture commands = new CommandLineFixture();

  @Test
  void drawsTheFirstOfAKindAndTellsTheOthersInALine() {
    assertThat(commands.check("good", "bad", "--repeat", "3")).isEqualTo(ExitCode.FAILED);

    assertThat(commands.out().lines().filter(line -> line.startsWith("good/golden-path  PASSED")))
        .hasSize(3);
    assertThat(commands.out().lines().filter(line -> line.startsWith("  ● login"))).hasSize(1);
    assertThat(commands.out().lines().filter(line -> line.startsWith("  ✗ missing_event")))
        .hasSize(3);
    assertThat(commands.out())
        .contains(
            "good/golden-path  3 runs: 3 passed (100.0 % good)",
            "bad/golden-path  3 runs: 3 failed (0.0 % good)");
  }

  @Test
  void writesEachRunDown(@TempDir Path folder) {
    Path file = folder.resolve("report.xml");

    commands.check("good", "--repeat=2", "--json", "--junit", file.toString());

    assertThat(JsonMapper.shared().readTree(commands.out()).path("runs")).hasSize(2);
    assertThat(file)
        .content()
        .contains("name=\"good/golden-path #1\"", "name=\"good/golden-path #2\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "1001"})
  void refusesANumberOfRunsThatMakesNoSense(String rounds) {
    assertThat(commands.check("good", "--repeat=" + rounds)).isEqualTo(ExitCode.USAGE);
    assertThat(commands.err()).contains("--repeat must be from 1 to 1000, but is " + rounds);
    assertThat(commands.out()).isEmpty();
  }

  @Test
  void annotatesAJobOfGitHub() {
    commands.variables.put("GITHUB_ACTIONS", "true");

    commands.check("bad");

    assertThat(commands.out())
        .contains("\n::error title=bad/golden-path::missing_event in events: ");
  }

  @Test
  void annotatesBesideJson() {
    commands.variables.put("GITHUB_ACTIONS", "true");

    commands.check("bad", "--json");

    assertThat(commands.err()).startsWith("::error title=bad/golden-path::");
    assertThat(JsonMapper.shared().readTree(commands.out()).path("runs")).hasSize(1);
  }

  @Test
  void explainsOnTheTerminalOnly() {
    assertThat(commands.check("good", "--explain", "--json")).isEqualTo(ExitCode.USAGE);
    assertThat(commands.err()).contains("--explain draws on the terminal");
  }
}
