package io.goldenpath.cli;

import static io.goldenpath.model.run.SampleRuns.NOON;
import static io.goldenpath.model.run.SampleRuns.isolation;
import static io.goldenpath.model.run.SampleRuns.probe;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.probe.JourneySpec;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.RunInfo;
import io.goldenpath.model.run.SampleRuns;
import io.goldenpath.model.target.Secret;
import io.goldenpath.model.target.Target;
import io.goldenpath.model.target.User;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CommandsTests {

  private final FakeCheckEnvironment environment =
      new FakeCheckEnvironment()
          .with("good", _ -> SampleRuns.passed(probe("good"), "g", NOON))
          .with("slow", _ -> SampleRuns.late(probe("slow"), "s", NOON))
          .with("bad", _ -> SampleRuns.missing(probe("bad"), "b", NOON))
          .with(
              "buggy",
              _ -> {
                throw new IllegalStateException("a bug of ours");
              })
          .with(isolation("crowd", 4), CommandsTests::crowd)
          .with(
              probe("leaky", new JourneySpec.Isolation(2, 50, 1, false), 4),
              (_, _) ->
                  SampleRuns.withUsers(
                      isolation("leaky", 2),
                      "l",
                      NOON,
                      List.of(SampleRuns.answeredUser(1, 100), SampleRuns.answeredUser(2, 100)),
                      SampleRuns.leakFinding(2, 1)));
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
    assertThat(environment.closed()).isTrue();
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
            There is no target 'god'; known are good, slow, bad, buggy, crowd, leaky; perhaps 'good' was meant
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

  @ParameterizedTest
  @CsvSource({
    "crowd, 0, 4 of 4",
    "crowd --users 3, 0, 3 of 3",
    "crowd --users 4 --journey isolation, 0, 4 of 4"
  })
  void takesSoManyUsersAsAreAskedFor(String arguments, int code, String connected) {
    assertThat(check(arguments.split(" "))).isEqualTo(code);
    assertThat(out.toString()).contains(connected + " at once connected");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "good --users 2|there is no journey isolation of 'good' to run",
        "crowd good --users 2|there is no journey isolation of 'good' to run",
        "crowd --users 1|--users must be from 2 to 1000, but is 1",
        "crowd --users 1001|--users must be from 2 to 1000, but is 1001",
        "crowd --users many|Invalid value for option '--users'",
        "crowd --users 11|one run opens 11 sockets, but manners.connects of 'crowd' allows 10",
        "named --users 4|has 4 users and wants 1 of them for listeners; list more"
      })
  void refusesACrowdThatThereIsNot(String arguments, String complaint) {
    Map<String, Secret> account = Map.of("email", Secret.of("probe@example.com"));
    Probe probe = probe("named", new JourneySpec.Isolation(2, 100, 1, false), 4);
    Target target = probe.target();
    environment.with(
        new Probe(
            new Target(
                target.name(),
                target.access(),
                target.users().stream()
                    .map(user -> new User(user.slot(), user.account(), account))
                    .toList(),
                target.dialect(),
                target.contract(),
                target.rateLimits()),
            probe.cadence(),
            probe.limits(),
            probe.script(),
            probe.events()),
        CommandsTests::crowd);

    assertThat(check(arguments.split(" "))).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains(complaint);
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void hasTheDemoPlayAFault() {
    environment.with("demo", _ -> SampleRuns.missing(probe("demo"), "d", NOON));

    assertThat(check("demo", "--fault", "wrong_sum")).isEqualTo(ExitCode.FAILED);
    assertThat(environment.played).containsExactly("wrong_sum");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "demo --fault wrongsum|There is no fault 'wrongsum'; known are wrong_sum, slow; perhaps 'wrong_sum'",
        "good --fault slow|only the demo platform plays faults, and 'good' is not it; they are wrong_sum, slow",
        "demo good --fault slow|'good' is not it"
      })
  void refusesAFaultThatNobodyPlays(String arguments, String complaint) {
    environment.with("demo", _ -> SampleRuns.passed(probe("demo"), "d", NOON));

    assertThat(check(arguments.split(" "))).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains(complaint);
    assertThat(environment.played).isEmpty();
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void aLeakFailsWhateverShareOfUsersMayFail() {
    assertThat(check("leaky")).isEqualTo(ExitCode.FAILED);
    assertThat(out.toString()).contains("!! LEAK: A USER IS SHOWN WHAT IS NOT THEIRS");
  }

  private static Run crowd(RunInfo ticket, List<User> users) {
    Probe probe = isolation(ticket.probe().target(), users.size());
    return SampleRuns.servedSerially(probe, ticket.id(), NOON, users.size());
  }

  @Test
  void passesSettingsOn() {
    check("good", "--spring.config.import=file:a.yaml", "--goldenpath.location=lab");

    assertThat(environment.properties)
        .containsExactly("--spring.config.import=file:a.yaml", "--goldenpath.location=lab");
  }

  @ParameterizedTest
  @CsvSource({"--user 2, --user", "--user=2, --user", "--password=hunter2, --password", "-x, -x"})
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
    assertThat(Commands.isCommand(argument)).isEqualTo(named);
    assertThat(Commands.isCommand()).isFalse();
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
    CheckEnvironment.Opener opener =
        _ -> {
          throw new UnreadableSettingsException(new IOException("no such file"));
        };

    assertThat(execute(opener, "check", "good")).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(err.toString()).contains("cannot be read").doesNotContain("at io.goldenpath");
  }

  @Test
  void aBugOfOursEndsWithItsTrace() {
    CheckEnvironment.Opener opener =
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
          environment.properties.addAll(properties);
          return environment;
        },
        arguments);
  }

  private int execute(CheckEnvironment.Opener opener, String... arguments) {
    return new Commands(opener, FakeDemo::new, "1.2.3")
        .execute(new PrintWriter(out), new PrintWriter(err), arguments);
  }

  private record FakeDemo(int wanted) implements RunningDemo {

    @Override
    public int port() {
      return wanted == 0 ? 4711 : wanted;
    }

    @Override
    public Account account() {
      return new Account("probe-1@demo.example", Secret.of("letmein"));
    }

    @Override
    public void awaitStop() {}

    @Override
    public void close() {}
  }
}
