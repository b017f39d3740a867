package io.goldenpath.cli;

import static io.goldenpath.model.run.SampleRuns.NOON;
import static io.goldenpath.model.run.SampleRuns.probe;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.probe.JourneySpec;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.SampleRuns;
import io.goldenpath.model.target.Secret;
import io.goldenpath.model.target.Target;
import io.goldenpath.model.target.User;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Arguments: which are taken, and how wrong ones are explained. */
class CommandsTests {

  private final CommandLineFixture commands = new CommandLineFixture();

  @Test
  void namesTheNearestTarget() {
    assertThat(commands.check("god")).isEqualTo(ExitCode.USAGE);
    assertThat(commands.err())
        .isEqualToNormalizingNewlines(
            """
            There is no target 'god'; known: good, slow, bad, buggy, crowd, leaky; perhaps 'good' was meant
            Try 'help check'.
            """);
    assertThat(commands.out()).isEmpty();
  }

  @Test
  void namesTheJourneysThatThereAre() {
    assertThat(commands.check("good", "--journey", "golden-path")).isEqualTo(ExitCode.OK);
    assertThat(commands.check("good", "--journey=isolation")).isEqualTo(ExitCode.USAGE);
    assertThat(commands.err()).contains("no journey 'isolation'; known: golden-path");
  }

  @ParameterizedTest
  @CsvSource({
    "crowd, 0, 4 of 4",
    "crowd --users 3, 0, 3 of 3",
    "crowd --users 4 --journey isolation, 0, 4 of 4"
  })
  void takesSoManyUsersAsAreAskedFor(String arguments, int code, String connected) {
    assertThat(commands.check(arguments.split(" "))).isEqualTo(code);
    assertThat(commands.out()).contains(connected + " at once connected");
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
    commands.environment.with(
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
            probe.events(),
            probe.regression(),
            probe.verdict()),
        CommandLineFixture::crowd);

    assertThat(commands.check(arguments.split(" "))).isEqualTo(ExitCode.USAGE);
    assertThat(commands.err()).contains(complaint);
    assertThat(commands.out()).isEmpty();
  }

  @Test
  void hasTheDemoPlayAFault() {
    commands.environment.with("demo", _ -> SampleRuns.missing(probe("demo"), "d", NOON));

    assertThat(commands.check("demo", "--fault", "wrong_sum")).isEqualTo(ExitCode.FAILED);
    assertThat(commands.environment.played).containsExactly("wrong_sum");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "demo --fault wrongsum|There is no fault 'wrongsum'; known: wrong_sum, slow; perhaps 'wrong_sum'",
        "good --fault slow|only the demo platform plays faults, and 'good' is not it; they are wrong_sum, slow",
        "demo good --fault slow|'good' is not it"
      })
  void refusesAFaultThatNobodyPlays(String arguments, String complaint) {
    commands.environment.with("demo", _ -> SampleRuns.passed(probe("demo"), "d", NOON));

    assertThat(commands.check(arguments.split(" "))).isEqualTo(ExitCode.USAGE);
    assertThat(commands.err()).contains(complaint);
    assertThat(commands.environment.played).isEmpty();
    assertThat(commands.out()).isEmpty();
  }

  @Test
  void passesSettingsOn() {
    commands.check("good", "--spring.config.import=file:a.yaml", "--goldenpath.location=lab");

    assertThat(commands.environment.properties)
        .containsExactly("--spring.config.import=file:a.yaml", "--goldenpath.location=lab");
  }

  @ParameterizedTest
  @CsvSource({"--user 2, --user", "--user=2, --user", "--password=hunter2, --password", "-x, -x"})
  void refusesWhatIsNeitherOptionNorSetting(String arguments, String named) {
    assertThat(commands.check(("good " + arguments).split(" "))).isEqualTo(ExitCode.USAGE);
    assertThat(commands.err())
        .contains("'" + named + "' is no option of check; expected")
        .doesNotContain("hunter2");
    assertThat(commands.out()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"replay staging, replay", "chekc good, chekc", "users, users"})
  void refusesUnknownCommands(String arguments, String named) {
    assertThat(commands.execute(arguments.split(" "))).isEqualTo(ExitCode.USAGE);
    assertThat(commands.err())
        .contains(
            "There is no command '"
                + named
                + "'; known: run, check, runs, show, validate, health, demo, dialects, init, record, generate-completion, help");
  }

  @Test
  void needsATarget() {
    assertThat(commands.check()).isEqualTo(ExitCode.USAGE);
    assertThat(commands.err()).contains("TARGET", "Try 'help check'.");
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
    assertThat(commands.execute("--version")).isEqualTo(ExitCode.OK);
    assertThat(commands.out()).isEqualToNormalizingNewlines("golden-path 1.2.3\n");
  }

  @Test
  void explainsItselfIn80Columns() {
    commands.execute("help");
    commands.execute("help", "check");

    assertThat(commands.out()).contains("run", "--junit=FILE", "78 settings");
    assertThat(commands.out().lines()).allSatisfy(line -> assertThat(line.length()).isLessThan(81));
  }

  @Test
  void theDemoAloneTellsWhereItIsAndWhoMayLogIn() {
    assertThat(commands.execute("demo", "--port", "0")).isEqualTo(ExitCode.OK);

    assertThat(commands.out())
        .contains(
            "POST http://127.0.0.1:4711/demo/auth/login",
            "ws://127.0.0.1:4711/demo/ws",
            "probe-1@demo.example",
            "letmein");
  }
}
