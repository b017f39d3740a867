package io.goldenpath.cli;

import static io.goldenpath.probe.Runs.NOON;
import static io.goldenpath.probe.Runs.probe;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.probe.Runs;
import io.goldenpath.probe.Secret;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CommandsTests {

  private final FixedBench bench =
      new FixedBench()
          .with("good", _ -> Runs.passed(probe("good"), "g", NOON))
          .with("slow", _ -> Runs.late(probe("slow"), "s", NOON))
          .with("bad", _ -> Runs.missing(probe("bad"), "b", NOON))
          .with(
              "buggy",
              _ -> {
                throw new IllegalStateException("a bug of ours");
              });
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

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
    assertThat(check(arguments.split(" "))).isEqualTo(code);
    assertThat(err.toString()).isEmpty();
    assertThat(bench.closed()).isTrue();
  }

  @Test
  void checksAllTargetsInTurnAlsoAfterOneThatBroke() {
    check("buggy", "good");

    assertThat(out.toString())
        .containsSubsequence("buggy/golden-path  BROKEN", "good/golden-path  PASSED", "2 runs:")
        .contains("1 passed, 1 broken")
        .doesNotContain("a bug of ours");
  }

  @Test
  void namesTheNearestTarget() {
    assertThat(check("god")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString())
        .isEqualToNormalizingNewlines(
            """
            There is no target 'god'; known are good, slow, bad, buggy; perhaps 'good' was meant
            Try 'help check'.
            """);
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void namesTheJourneysThatThereAre() {
    assertThat(check("good", "--journey", "golden-path")).isEqualTo(ExitCode.OK);
    assertThat(check("good", "--journey=isolation")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("no journey 'isolation'; known are golden-path");
  }

  @Test
  void passesSettingsOn() {
    check("good", "--spring.config.import=file:a.yaml", "--goldenpath.location=lab");

    assertThat(bench.properties)
        .containsExactly("--spring.config.import=file:a.yaml", "--goldenpath.location=lab");
  }

  @ParameterizedTest
  @CsvSource({
    "--users 2, --users",
    "--users=2, --users",
    "--password=hunter2, --password",
    "-x, -x"
  })
  void refusesWhatIsNeitherOptionNorSetting(String arguments, String named) {
    assertThat(check(("good " + arguments).split(" "))).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString())
        .contains("'" + named + "' is no option of check; expected")
        .doesNotContain("hunter2");
    assertThat(out.toString()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"record staging, record", "chekc good, chekc", "users, users"})
  void refusesUnknownCommands(String arguments, String named) {
    assertThat(execute(arguments.split(" "))).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString())
        .contains(
            "There is no command '" + named + "'; known are run, check, validate, demo, help");
  }

  @Test
  void needsATarget() {
    assertThat(check()).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("TARGET", "Try 'help check'.");
  }

  @ParameterizedTest
  @CsvSource({
    "check, true",
    "demo, true",
    "record, true",
    "-h, true",
    "--help, true",
    "--version, true",
    "--server.port=0, false",
    "--debug, false"
  })
  void tellsCommandsFromSettingsOfTheService(String argument, boolean named) {
    assertThat(Commands.named(argument)).isEqualTo(named);
    assertThat(Commands.named()).isFalse();
  }

  @Test
  void tellsItsVersion() {
    assertThat(execute("--version")).isEqualTo(ExitCode.OK);
    assertThat(out.toString()).isEqualToNormalizingNewlines("golden-path-monitor 1.2.3\n");
  }

  @Test
  void explainsItselfIn80Columns() {
    execute("help");
    execute("help", "check");

    assertThat(out.toString()).contains("run", "--junit=FILE", "78 settings");
    assertThat(out.toString().lines()).allSatisfy(line -> assertThat(line.length()).isLessThan(81));
  }

  @Test
  void unreadableSettingsAreNoBugOfOurs() {
    Workbench.Opener opener =
        _ -> {
          throw new UnreadableSettingsException(new IOException("no such file"));
        };

    assertThat(execute(opener, "check", "good")).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(err.toString()).contains("cannot be read").doesNotContain("at io.goldenpath");
  }

  @Test
  void aBugOfOursEndsWithItsTrace() {
    Workbench.Opener opener =
        _ -> {
          throw new IllegalStateException("a bug");
        };

    assertThat(execute(opener, "check", "good")).isEqualTo(ExitCode.BROKEN);
    assertThat(err.toString()).contains("The monitor itself was at fault", "at io.goldenpath");
  }

  @Test
  void printsNothingButJsonWhereJsonIsWanted() {
    assertThat(check("bad", "good", "--json")).isEqualTo(ExitCode.FAILED);

    JsonNode runs = JsonMapper.shared().readTree(out.toString()).path("runs");
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

    assertThat(check("bad", "--junit", file.toString())).isEqualTo(ExitCode.FAILED);
    assertThat(file).content().contains("<testsuites", "bad/golden-path");
    assertThat(out.toString()).contains("bad/golden-path  FAILED");
  }

  @Test
  void saysBeforeAnythingRunsThatAFileCannotBeWritten(@TempDir Path folder) throws IOException {
    Path file = Files.createFile(folder.resolve("file"));

    assertThat(check("good", "--junit", folder.toString())).isEqualTo(ExitCode.USAGE);
    assertThat(check("good", "--junit", file.resolve("under").toString()))
        .isEqualTo(ExitCode.USAGE);
    assertThat(err.toString())
        .contains("--junit: ", "expected the name of a file", "cannot be made");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void theDemoAloneTellsWhereItIsAndWhoMayLogIn() {
    assertThat(execute("demo", "--port", "0")).isEqualTo(ExitCode.OK);

    assertThat(out.toString())
        .contains(
            "POST http://127.0.0.1:4711/demo/auth/login",
            "ws://127.0.0.1:4711/demo/ws",
            "probe-1@demo.example",
            "letmein");
  }

  private int check(String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "check";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return execute(all);
  }

  private int execute(String... arguments) {
    return execute(
        properties -> {
          bench.properties.addAll(properties);
          return bench;
        },
        arguments);
  }

  private int execute(Workbench.Opener opener, String... arguments) {
    return new Commands(opener, Stage::new, "1.2.3")
        .execute(new PrintWriter(out), new PrintWriter(err), arguments);
  }

  private record Stage(int wanted) implements DemoStage {

    @Override
    public int port() {
      return wanted == 0 ? 4711 : wanted;
    }

    @Override
    public Account account() {
      return new Account("probe-1@demo.example", Secret.of("letmein"));
    }

    @Override
    public void await() {}

    @Override
    public void close() {}
  }
}
