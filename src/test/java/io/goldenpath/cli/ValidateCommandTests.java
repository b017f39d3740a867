package io.goldenpath.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValidateCommandTests {

  private static final String TARGET =
      """
      goldenpath:
        targets:
          %s:
            login: { type: none }
            socket: { url: "%s" }
      """;

  @TempDir private Path directory;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void findsNoMistake() throws IOException {
    Path one = file("one.yaml", TARGET.formatted("one", "wss://one.example.com/ws"));
    Path two = file("two.yaml", TARGET.formatted("two", "wss://two.example.com/ws"));

    assertThat(validate(one, two)).isEqualTo(ExitCode.OK);
    assertThat(out.toString()).isEqualToNormalizingNewlines("No mistakes: 2 probes of 2 targets\n");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void tellsEveryMistake() throws IOException {
    Path one =
        file("one.yaml", TARGET.formatted("one", "https://one.example.com/ws") + "  hold: 3");

    assertThat(validate(one)).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString())
        .contains("There are 2 mistakes in the settings:")
        .contains("goldenpath.targets.one.socket.url (one.yaml line 5): expected ws://")
        .contains("goldenpath.hold (one.yaml line 6): a duration needs a unit");
  }

  @Test
  void tellsOfAFileThatIsNoYaml() throws IOException {
    Path one = file("one.yaml", "goldenpath: { access: { token: \"hunter2 }");

    assertThat(validate(one)).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(err.toString()).contains("one.yaml (line 1").doesNotContain("hunter2");
  }

  @Test
  void warnsOfASecretThatIsWrittenOut() throws IOException {
    Path one = file("one.yaml", "goldenpath: { access: { token: hunter2 } }");

    assertThat(validate(one)).isEqualTo(ExitCode.OK);
    assertThat(err.toString())
        .startsWith("Warning: goldenpath.access.token (one.yaml line 1): a secret is written out")
        .doesNotContain("hunter2");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '^',
      value = {
        "^^, holds nothing",
        "# all commented out, holds nothing",
        "---\\n---\\n, holds nothing",
        "{}, holds nothing",
        "- one\\n- two\\n, ^is one list or text, and has no keys^",
        "just a text, ^is one list or text, and has no keys^",
        "other: { key: value }, ^holds nothing of the monitor's, but other^",
        "spring: { application: { name: x } }, ^holds nothing of the monitor's, but spring^",
        "targets: { one: { login: { type: none } } }, ^'targets' stands outside 'goldenpath:'^",
        "users: []\\ncontracts: { chat: {} }, ^'contracts' stands outside 'goldenpath:'^"
      })
  void refusesAFileWithNothingOfOurs(String yaml, String problem) throws IOException {
    Path one = file("one.yaml", yaml.translateEscapes());

    assertThat(validate(one)).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString())
        .contains(
            "  - one.yaml: "
                + problem
                + "; expected 'goldenpath:' at the top, and 'targets:' beneath it");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "goldenpath: {",
        "goldenpath:\n\ttargets: {}",
        "goldenpath: {}\ngoldenpath: {}",
        "goldenpath: { location: a, location: b }",
        "goldenpath: &a { b: *c }",
        "goldenpath: text",
        "goldenpath: [ one ]",
        "goldenpaths: {}",
        "\uFEFFgoldenpath: { lokation: here }",
        "--- {}\n--- { goldenpath: { lokation: here } }",
        "goldenpath: { targets: [ one ] }"
      })
  void refusesWhatIsNotWrittenWell(String yaml) throws IOException {
    assertThat(validate(file("one.yaml", yaml))).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(err.toString()).contains("one.yaml").doesNotContain("Exception", "\tat ");
  }

  @Test
  void takesAFileOfSpringsKeysBesideOneOfOurs() throws IOException {
    Path ours = file("one.yaml", TARGET.formatted("one", "wss://one.example.com/ws"));
    Path springs = file("bundles.yaml", "spring.ssl.bundle.pem.corporate.protocol: TLS");
    Path others = file("other.properties", "targets.two.hold = 1s");

    assertThat(validate(ours, springs)).isEqualTo(ExitCode.OK);
    assertThat(validate(ours, springs, others)).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(err.toString()).contains("other.properties: 'targets' stands outside 'goldenpath:'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "goldenpath: {}",
        "goldenpath:",
        "spring.config.activate.on-profile: prod\ngoldenpath.targets.one.hold: 1s"
      })
  void warnsWhereThereIsNoTarget(String yaml) throws IOException {
    assertThat(validate(file("one.yaml", yaml))).isEqualTo(ExitCode.OK);
    assertThat(err.toString())
        .contains("there is none, so the demo platform alone is watched; documents for a profile");
  }

  @Test
  void warnsOfAnAccountThatSeveralTargetsShare() throws IOException {
    String target =
        """
        goldenpath:
          targets:
            %s:
              login: { type: password, url: "%s" }
              socket: { url: "wss://%s.example.com/ws" }
              users:
                - { email: other-%s@example.com, password: "${PATH}" }
                - { email: %s, password: "${PATH}" }
        """;
    Path one =
        file(
            "one.yaml",
            target.formatted(
                "one", "https://auth.example.com/login", "one", "one", "a@example.com"));
    Path two =
        file(
            "two.yaml",
            target.formatted(
                "two", "HTTPS://auth.example.com:443/login", "two", "two", "A@Example.com"));

    assertThat(validate(one, two)).isEqualTo(ExitCode.OK);
    assertThat(err.toString())
        .containsOnlyOnce("Warning")
        .contains(".users[1]", "is the account of goldenpath.targets.", "manners.logins")
        .doesNotContainIgnoringCase("a@example.com");
  }

  @Test
  void warnsOfATargetThatIsAskedMoreThanOnceAMinute() throws Exception {
    String target =
        """
        goldenpath:
          targets:
            one:
              login: { type: password, url: "https://auth.example.com/login" }
              socket: { url: "wss://one.example.com/ws" }
              users: [ { email: a@example.com, password: "${PATH}" } ]
              journeys: { golden-path: { every: %s, timeout: 30s } }
        """;

    assertThat(validate(file("one.yaml", target.formatted("60s")))).isEqualTo(ExitCode.OK);
    assertThat(err.toString()).isEmpty();
    assertThat(validate(file("one.yaml", target.formatted("30s")))).isEqualTo(ExitCode.OK);
    assertThat(err.toString())
        .contains("goldenpath.targets.one", "2,880 times a day", "in 2,880 runs", "'every'");
  }

  @Test
  void asksForAFileThatIsThere() {
    assertThat(validate(directory.resolve("nowhere.yaml"))).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("There is no file '").contains("Try 'help validate'.");
  }

  private Path file(String name, String yaml) throws IOException {
    return Files.writeString(directory.resolve(name), yaml);
  }

  private int validate(Path... files) {
    String[] arguments = new String[files.length + 1];
    arguments[0] = "validate";
    for (int i = 0; i < files.length; i++) {
      arguments[i + 1] = files[i].toString();
    }
    return new Commands(
            _ -> {
              throw new AssertionError("nothing is started");
            },
            _ -> {
              throw new AssertionError("nothing is asked");
            },
            _ -> {
              throw new AssertionError("nothing is started");
            },
            "test",
            Map.of())
        .execute(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
  }
}
