package io.goldenpath.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.cli.check.CheckEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Exit codes of a check, and what it prints and writes. */
class CheckReportTests {

  private final CommandLineFixture commands = new CommandLineFixture();

  @ParameterizedTest
  @CsvSource({
    "good, 0",
    "slow, 0",
    "slow --strict, 2",
    "good slow --strict, 2",
    "bad, 1",
    "slow bad --strict, 1",
    "buggy, 70",
    "buggy good, 70",
    "buggy bad, 1",
  })
  void endsWithWhatWeighsMost(String arguments, int code) {
    assertThat(commands.check(arguments.split(" "))).isEqualTo(code);
    assertThat(commands.err()).isEmpty();
    assertThat(commands.environment.closed()).isTrue();
  }

  @Test
  void checksAllTargetsInTurnAlsoAfterOneThatBroke() {
    commands.check("buggy", "good");

    assertThat(commands.out())
        .containsSubsequence("buggy/golden-path  BROKEN", "good/golden-path  PASSED", "2 runs:")
        .contains("1 passed, 1 broken")
        .doesNotContain("a bug of ours");
  }

  @Test
  void aLeakFailsWhateverShareOfUsersMayFail() {
    assertThat(commands.check("leaky")).isEqualTo(ExitCode.FAILED);
    assertThat(commands.out()).contains("!! LEAK: A USER IS SHOWN WHAT IS NOT THEIRS");
  }

  @Test
  void unreadableSettingsAreNoBugOfOurs() {
    Function<List<String>, CheckEnvironment> opener =
        _ -> {
          throw new UnreadableSettingsException(new IOException("no such file"));
        };

    assertThat(commands.execute(opener, "check", "good")).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(commands.err()).contains("cannot be read").doesNotContain("at io.goldenpath");
  }

  @Test
  void aBugOfOursEndsWithItsTrace() {
    Function<List<String>, CheckEnvironment> opener =
        _ -> {
          throw new IllegalStateException("a bug");
        };

    assertThat(commands.execute(opener, "check", "good")).isEqualTo(ExitCode.BROKEN);
    assertThat(commands.err()).contains("The monitor itself was at fault", "at io.goldenpath");
  }

  @Test
  void printsNothingButJsonWhereJsonIsWanted() {
    assertThat(commands.check("bad", "good", "--json")).isEqualTo(ExitCode.FAILED);

    JsonNode runs = JsonMapper.shared().readTree(commands.out()).path("runs");
    assertThat(runs).hasSize(2);
    JsonNode bad = runs.path(0);
    assertThat(bad.path("target").asString()).isEqualTo("bad");
    assertThat(bad.path("outcome").asString()).isEqualTo("failed");
    assertThat(bad.path("durationSeconds").asDouble()).isEqualTo(1.842);
    assertThat(bad.path("startedAt").asString()).isEqualTo("2026-11-24T12:00:00Z");
    assertThat(bad.path("findings").path(0).path("kind").asString()).isEqualTo("missing_event");
    assertThat(bad.path("users").path(0).path("frames")).hasSize(8);
  }

  @Test
  void writesJUnitXmlBesideWhatItDraws(@TempDir Path folder) {
    Path file = folder.resolve("new/report.xml");

    assertThat(commands.check("bad", "--junit", file.toString())).isEqualTo(ExitCode.FAILED);
    assertThat(file).content().contains("<testsuites", "bad/golden-path");
    assertThat(commands.out()).contains("bad/golden-path  FAILED");
  }

  @Test
  void saysBeforeAnythingRunsThatAFileCannotBeWritten(@TempDir Path folder) throws IOException {
    Path file = Files.createFile(folder.resolve("file"));

    assertThat(commands.check("good", "--junit", folder.toString())).isEqualTo(ExitCode.USAGE);
    assertThat(commands.check("good", "--junit", file.resolve("under").toString()))
        .isEqualTo(ExitCode.USAGE);
    assertThat(commands.err())
        .contains("--junit: ", "expected the name of a file", "cannot be made");
    assertThat(commands.out()).isEmpty();
  }
}
