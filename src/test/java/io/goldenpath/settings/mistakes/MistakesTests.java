package io.goldenpath.settings.mistakes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.goldenpath.settings.reader.WrittenSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Wrong files, each with the mistakes that it must be refused for written at its top. */
class MistakesTests {

  private static final Path FILES = Path.of("src/test/resources/mistakes");
  private static final String EXPECTED = "# ";

  static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(FILES)) {
      return files.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void explainsEachMistakeWithItsPlace(Path file) throws IOException {
    List<String> expected =
        Files.readAllLines(file).stream()
            .takeWhile(line -> line.startsWith(EXPECTED))
            .map(line -> line.substring(EXPECTED.length()))
            .toList();

    SettingsException refused =
        catchThrowableOfType(
            SettingsException.class, () -> WrittenSettings.ofFile(file).settings());

    assertThat(refused.mistakes())
        .extracting(Mistake::toString)
        .containsExactlyElementsOf(expected);
  }

  @ParameterizedTest
  @MethodSource("files")
  void showsNoSecret(Path file) {
    assertThat(
            catchThrowableOfType(
                SettingsException.class, () -> WrittenSettings.ofFile(file).settings()))
        .hasMessageNotContaining("hunter2")
        .hasMessageNotContaining(WrittenSettings.PASSWORD);
  }

  @Test
  void knowsManyWaysToBeWrong() throws IOException {
    List<Path> several =
        files().stream()
            .filter(file -> file.getFileName().toString().startsWith("several-"))
            .toList();

    assertThat(files()).hasSizeGreaterThanOrEqualTo(60);
    assertThat(several).hasSizeGreaterThanOrEqualTo(10);
  }
}
