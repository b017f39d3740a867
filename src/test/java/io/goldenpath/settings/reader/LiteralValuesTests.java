package io.goldenpath.settings.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.goldenpath.model.target.Secret;
import io.goldenpath.settings.mistakes.Mistake;
import io.goldenpath.settings.mistakes.SettingsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Values of the environment and of mounted files, which mean nothing but themselves. */
class LiteralValuesTests {

  private static final String TARGET =
      """
      goldenpath:
        targets:
          staging:
            login: { type: token }
            socket: { url: wss://api.example.com/ws }
            users: [ { token: %s } ]
      """;
  private static final String HOME = "/home/somebody";

  @TempDir private Path mount;

  static List<String> values() {
    return List.of(
        "p${HOME}w",
        "${HOME}",
        "${PROBE}",
        "${PASSWORD}",
        "${NOWHERE}",
        "${NOWHERE:otherwise}",
        "${HOME",
        "HOME}",
        "${",
        "${}",
        "${:}",
        "\\${HOME}",
        "\\\\${HOME}",
        "back\\slash\\",
        "a\\:b:c",
        "$HOME and $$ and $1",
        "#{1 + 1}",
        "#{systemProperties['user.home']}",
        "${${HOME}}",
        "${a${HOME}:${HOME}}",
        "{email} {nonce} {token}",
        "a,b;c",
        "[0]",
        "\"quoted\" 'twice'",
        " blanks around ",
        "\ttabs\t",
        "two\nlines",
        "0123",
        "1e3",
        "true",
        "off",
        "~",
        "null",
        "!!binary",
        "&anchor *alias # no comment",
        "%24%7BHOME%7D",
        "äß€😀",
        "random.uuid is ${random.uuid}");
  }

  @ParameterizedTest
  @MethodSource("values")
  void arriveFromTheEnvironmentByReference(String value) throws IOException {
    assertThat(token(written("\"${PROBE}\"").with(Map.of("PROBE", value, "HOME", HOME))))
        .isEqualTo(value);
  }

  @ParameterizedTest
  @MethodSource("values")
  void arriveFromTheEnvironmentUnderAKeyOfOurs(String value) throws IOException {
    String key = "GOLDENPATH_TARGETS_STAGING_USERS_0_TOKEN";

    assertThat(token(written("in the file").with(Map.of(key, value, "HOME", HOME))))
        .isEqualTo(value);
  }

  @ParameterizedTest
  @MethodSource("values")
  void arriveFromAMountedFileByReference(String value) throws IOException {
    Files.writeString(mount.resolve("probe"), value);

    assertThat(token(written("\"${probe}\"").mounted(mount).with("HOME", HOME))).isEqualTo(value);
  }

  @ParameterizedTest
  @MethodSource("values")
  void arriveFromAMountedFileNamedLikeAKeyOfOurs(String value) throws IOException {
    Files.writeString(mount.resolve("goldenpath.targets.staging.users[0].token"), value);

    assertThat(token(written("in the file").mounted(mount).with("HOME", HOME))).isEqualTo(value);
  }

  @ParameterizedTest
  @MethodSource("values")
  void arriveThroughAKeyThatRefersToThem(String value) throws IOException {
    WrittenSettings settings =
        WrittenSettings.ofYaml(
            TARGET.formatted("\"${shared.token}\"") + "shared.token: ${PROBE}\n");

    assertThat(token(settings.with(Map.of("PROBE", value, "HOME", HOME)))).isEqualTo(value);
  }

  @ParameterizedTest
  @MethodSource("values")
  void arriveAmongOtherText(String value) throws IOException {
    assertThat(
            token(
                written("\"<${NOWHERE:${PROBE}}|${PROBE}>\"")
                    .with(Map.of("PROBE", value, "HOME", HOME))))
        .isEqualTo("<" + value + "|" + value + ">");
  }

  /**
   * As Spring has it: the newline that an editor puts at the end of a single line is none of it.
   */
  @ParameterizedTest
  @CsvSource({
    "secret, secret",
    "secret\\n, secret",
    "secret\\r\\n, secret",
    "secret\\n\\n, secret\\n\\n",
    "two\\nlines\\n, two\\nlines\\n",
    "'', ''"
  })
  void keepTheirLinesButTheLastOnesEnd(String file, String value) throws IOException {
    Files.writeString(mount.resolve("probe"), file.translateEscapes());

    assertThat(token(written("\"<${probe}>\"").mounted(mount)))
        .isEqualTo("<" + value.translateEscapes() + ">");
  }

  /** What stands in a file of settings has variables, defaults and escapes, as everywhere. */
  @ParameterizedTest
  @CsvSource({
    "${HOME}, /home/somebody",
    "<${NOWHERE:otherwise}>, <otherwise>",
    "<${NOWHERE:}>, <>",
    "${NOWHERE:a:b}, a:b",
    "${NOWHERE:${HOME}}, /home/somebody",
    "\\${HOME}, ${HOME}",
    "p${HOME, p${HOME",
    "#{1 + 1}, #{1 + 1}",
    "$HOME, $HOME",
    "${goldenpath.location}, local-one",
    "${GOLDENPATH_LOCATION}, local-one"
  })
  void leaveFilesTheirVariables(String written, String value) throws IOException {
    assertThat(
            token(
                written("'" + written + "'")
                    .with(Map.of("HOME", HOME, "GOLDENPATH_LOCATION", "local-one"))))
        .isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource({
    "'${NOWHERE}', NOWHERE is not set anywhere",
    "'${NOWHERE:${ELSEWHERE}}', ELSEWHERE is not set anywhere",
    "'${goldenpath.location}', goldenpath.location is not set anywhere",
    "'${goldenpath.targets.staging.users[0].token}', "
        + "goldenpath.targets.staging.users[0].token leads back to itself"
  })
  void leaveFilesTheirMistakes(String written, String problem) {
    assertThat(mistakes("'" + written + "'"))
        .containsExactly(
            "goldenpath.targets.staging.users[0].token (written.yaml line 6): the variable "
                + problem);
  }

  @Test
  void areNamedByTheirVariableWhereTheyAreWrong() throws IOException {
    WrittenSettings settings = written("given").with("GOLDENPATH_HOLD", "${HOME}");

    assertThat(catchThrowableOfType(SettingsException.class, settings::settings).mistakes())
        .extracting(Mistake::toString)
        .containsExactly(
            "goldenpath.hold (System Environment Property \"GOLDENPATH_HOLD\"): expected a duration"
                + " such as 500ms, 10s or 2m, but found '${HOME}'");
  }

  @Test
  void areMissedInAListOfOneText() throws IOException {
    String yaml = TARGET.formatted("given").replace("/ws }", "/ws, subprotocols: \"${NOWHERE}\" }");

    assertThat(
            catchThrowableOfType(
                    SettingsException.class, () -> WrittenSettings.ofYaml(yaml).settings())
                .mistakes())
        .extracting(Mistake::problem)
        .containsExactly("the variable NOWHERE is not set anywhere");
  }

  private static List<String> mistakes(String token) {
    return catchThrowableOfType(SettingsException.class, () -> written(token).settings())
        .mistakes()
        .stream()
        .map(Mistake::toString)
        .toList();
  }

  private static WrittenSettings written(String token) throws IOException {
    return WrittenSettings.ofYaml(TARGET.formatted(token));
  }

  private static String token(WrittenSettings written) {
    return written
        .settings()
        .setups()
        .getFirst()
        .probe()
        .target()
        .users()
        .getFirst()
        .credential("token")
        .map(Secret::reveal)
        .orElseThrow();
  }
}
