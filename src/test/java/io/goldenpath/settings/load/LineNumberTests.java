package io.goldenpath.settings.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.goldenpath.settings.mistakes.Mistake;
import io.goldenpath.settings.mistakes.SettingsException;
import io.goldenpath.settings.reader.SettingsReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** Files with one mistake each, which must be told of the line that says HERE. */
class LineNumberTests {

  @TempDir private Path directory;

  private static Arguments target(String name, String yaml) {
    return arguments(
        name, "goldenpath:\n  targets:\n    one:\n" + yaml.indent(6).replaceAll("(?m)^ +$", ""));
  }

  static Stream<Arguments> faces() {
    return Stream.concat(values(), files());
  }

  private static Stream<Arguments> values() {
    return Stream.of(
        target("value", "login: { type: none }\nsocket:\n  url: https://one # HERE"),
        target(
            "value on the next line",
            "login: { type: none }\nsocket:\n  url: # HERE\n    # the address\n    https://one"),
        target(
            "key that is missing in a block",
            "login: { type: none }\nsocket: # HERE\n  # a comment\n\n  # another\n  max-message: 1MB"),
        target(
            "key that is missing in a block on one line",
            "login: { type: none }\nsocket: { max-message: 1MB } # HERE"),
        target("block without anything", "login: { type: none }\nsocket: # HERE\nhold: 1s"),
        target(
            "unknown key after a comment",
            "login: { type: none }\n# the socket\n\nsocket:\n  # first\n  url: wss://one\n  # last\n"
                + "  urll: wss://one # HERE"),
        target(
            "unknown block after a comment",
            "login: { type: none }\nsocket: { url: wss://one }\n# limits\nlimit: # HERE\n  # first\n"
                + "  login: 1s"),
        target(
            "list",
            "login: { type: none }\nsocket:\n  url: wss://one\n  token-in: # HERE\n"
                + "    # which\n    - none\n    - header"),
        target(
            "list on one line",
            "login: { type: none }\nsocket:\n  url: wss://one\n"
                + "  # which\n  token-in: [none, header] # HERE"),
        target(
            "list on many lines in brackets",
            "login: { type: none }\nsocket:\n  url: wss://one\n  token-in: [ # HERE\n    none,\n"
                + "    header\n  ]"),
        target(
            "empty list",
            "login: { type: token }\nsocket: { url: wss://one }\n# nobody\nusers: [] # HERE"),
        target(
            "first member of a list",
            "login: { type: token }\nsocket: { url: wss://one }\nusers:\n  # the first\n"
                + "  - sessions: 1 # HERE\n    # more of it\n    email: one"),
        target(
            "later member of a list",
            "login: { type: token }\nsocket: { url: wss://one }\nusers:\n- token: \"${HOME}\"\n"
                + "# the second\n\n- sessions: 1 # HERE\n- token: \"${PATH}\""),
        target(
            "member of a list beneath its dash",
            "login: { type: token }\nsocket: { url: wss://one }\nusers:\n  -\n    # below\n"
                + "    sessions: 1 # HERE"),
        target(
            "key of a member",
            "login: { type: token }\nsocket: { url: wss://one }\nusers:\n"
                + "  - token: \"${HOME}\"\n    # how many\n    sessions: many # HERE"),
        target(
            "key after a quoted text",
            "login: { type: none }\nsocket:\n  headers:\n    A: \"one\n\n      two \\\n      three\"\n"
                + "    B: 'four\n      five'\n    C: six\n      seven\n  url: https://one # HERE"),
        target(
            "key after a literal text",
            "login: { type: none }\nsocket:\n  headers:\n    A: |\n      one\n      # no comment\n\n"
                + "      three\n  url: https://one # HERE"),
        target(
            "text of many lines",
            "login: { type: none }\nsocket: { url: wss://one }\njourneys:\n  golden-path:\n"
                + "    ask: | # HERE\n      What is\n\n      {a} + {b}?"),
        target(
            "folded text",
            "login: { type: none }\nsocket: { url: wss://one }\njourneys:\n  golden-path:\n"
                + "    ask: >- # HERE\n      What is\n      {a} + {b}?\n    every: 60s"),
        target(
            "key after a folded text",
            "login: { type: none }\nsocket: { url: wss://one }\njourneys:\n  golden-path:\n"
                + "    ask: >-\n      Repeat {nonce}:\n\n      {a} + {b}?\n\n    every: often # HERE"),
        target(
            "alias of a value",
            "login: { type: none }\nsocket:\n  headers: { Origin: &origin 'https://one' }\n"
                + "  # the same\n  url: *origin # HERE"),
        target(
            "alias of a block",
            "limits: &slow\n  login: 3s\n  answer: slow # HERE\nlogin: { type: none }\n"
                + "socket: { url: wss://one }\njourneys: { golden-path: { limits: *slow } }"),
        target("quoted key", "login: { type: none }\n\"socket\":\n  'url': https://one # HERE"),
        target(
            "key that is said to be one",
            "login: { type: none }\nsocket:\n  ? url # HERE\n  : https://one"),
        target(
            "key in capitals",
            "login: { type: none }\nsocket:\n  url: wss://one\n  # most\n  maxMessage: much # HERE"));
  }

  private static Stream<Arguments> files() {
    String good = "    login: { type: none }\n    socket: { url: wss://one }\n";
    return Stream.of(
        arguments(
            "target without anything but comments",
            "goldenpath:\n  # all\n  targets:\n    # the first\n    one: # HERE\n"
                + "      # later\n      hold: 1s\n      socket: { url: wss://one }"),
        arguments(
            "keys with dots",
            "goldenpath.targets.one.login.type: none\n# then\ngoldenpath.targets.one:\n"
                + "  socket.url: https://one # HERE"),
        arguments(
            "merged block",
            "base: &base\n  login: { type: none }\n  # where\n  socket: { url: 'https://one' } # HERE\n"
                + "goldenpath:\n  targets:\n    one:\n      <<: *base\n      hold: 1s"),
        arguments(
            "block that wins over a merged one",
            "base: &base\n  login: { type: none }\n  hold: 1s\ngoldenpath:\n  targets:\n    one:\n"
                + "      <<: [*base]\n      socket: { url: wss://one }\n      hold: long # HERE"),
        arguments(
            "second document",
            "goldenpath:\n  location: here\n---\n# second\ngoldenpath:\n  targets:\n   one:\n"
                + good
                + "    hold: long # HERE"),
        arguments(
            "document after an empty one",
            "---\n---\n# nothing\n---\ngoldenpath:\n  targets:\n   one:\n"
                + good
                + "    hold: long # HERE\n...\n"),
        arguments(
            "document of a profile",
            "goldenpath:\n  targets:\n   one:\n"
                + good
                + "---\nspring.config.activate.on-profile: here\n"
                + "goldenpath:\n  # slower\n  targets: { one: { hold: long } } # HERE"),
        arguments(
            "document beside one of another profile",
            "spring.config.activate.on-profile: elsewhere\ngoldenpath.targets.one.hold: long\n---\n"
                + "goldenpath:\n  targets:\n   one:\n"
                + good
                + "    listen: long # HERE"),
        arguments(
            "after a directive",
            "%YAML 1.1\n# old\n---\ngoldenpath:\n  targets:\n   one:\n"
                + good
                + "    hold: long # HERE"),
        arguments(
            "after letters of more than one byte",
            "# äöü 😀 \u4e16\u754c\ngoldenpath: # ß\n  targets:\n   one:\n"
                + good
                + "    hold: long # HERE"),
        arguments(
            "blank lines first",
            "\n\n   \n# a\n\ngoldenpath:\n  targets:\n   one:\n"
                + good
                + "\n\n    hold: long # HERE"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("faces")
  void areThoseOfTheMistake(String name, String yaml) throws IOException {
    assertThat(where(write("targets.yaml", yaml))).containsExactly(here("targets.yaml", yaml));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("faces")
  void areTheSameWithOtherEndsOfLines(String name, String yaml) throws IOException {
    assertThat(where(write("targets.yaml", yaml.replace("\n", "\r\n"))))
        .containsExactly(here("targets.yaml", yaml));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("faces")
  void areTheSameAfterAByteOrderMark(String name, String yaml) throws IOException {
    assertThat(where(write("targets.yaml", "\uFEFF" + yaml)))
        .containsExactly(here("targets.yaml", yaml));
  }

  @Test
  void areThoseOfTheFileThatIsImported() throws IOException {
    String second = "# second\ngoldenpath:\n  targets:\n    one:\n      hold: long # HERE\n";
    write("second.yaml", second);
    Path first =
        write(
            "targets.yaml",
            "spring.config.import: second.yaml\ngoldenpath:\n  targets:\n    one:\n"
                + "      login: { type: none }\n      socket: { url: wss://one }\n");

    assertThat(where(first)).containsExactly(here("second.yaml", second));
  }

  @Test
  void areThoseOfTheStrongerFile() throws IOException {
    String second = "goldenpath:\n  targets:\n    one:\n      # none\n      users: [] # HERE\n";
    write("second.yaml", second);
    Path first =
        write(
            "targets.yaml",
            "spring.config.import: second.yaml\ngoldenpath:\n  targets:\n    one:\n"
                + "      login: { type: token }\n      socket: { url: wss://one }\n"
                + "      users: [ { token: \"${HOME}\" } ]\n");

    assertThat(where(first)).containsExactly(here("second.yaml", second));
  }

  @Test
  void areThoseOfAPropertiesFile() throws IOException {
    String properties =
        "# one\ngoldenpath.targets.one.login.type = none\n\n! two\n"
            + "goldenpath.targets.one.socket.headers.A = one, \\\n   two\n"
            + "goldenpath.targets.one.socket.url = https://HERE\n";

    assertThat(where(write("targets.properties", properties)))
        .containsExactly(here("targets.properties", properties));
  }

  private Path write(String name, String text) throws IOException {
    return Files.write(directory.resolve(name), text.getBytes(StandardCharsets.UTF_8));
  }

  private static String here(String file, String text) {
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).contains("HERE")) {
        return file + " line " + (i + 1);
      }
    }
    throw new AssertionError("no line says HERE");
  }

  private static List<String> where(Path file) {
    StandardEnvironment environment = new StandardEnvironment();
    environment
        .getPropertySources()
        .addFirst(
            new MapPropertySource(
                "arguments",
                Map.of(
                    "spring.config.location", "file:" + file, "spring.profiles.active", "here")));
    return catchThrowableOfType(
            SettingsException.class,
            () -> SettingsReader.read(FreshPropertySources.of(environment).sources()))
        .mistakes()
        .stream()
        .map(Mistake::where)
        .distinct()
        .toList();
  }
}
