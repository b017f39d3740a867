package io.goldenpath.settings.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.settings.reader.WrittenSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page on dialects says what is so. */
class DialectPageTests {

  private static final Pattern EXAMPLE =
      Pattern.compile("^```yaml\n(goldenpath:.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);

  static Stream<String> targets() throws IOException {
    return EXAMPLE
        .matcher(page())
        .results()
        .map(MatchResult::group)
        .map(block -> block.replaceAll("```(yaml)?\n?", ""))
        .filter(block -> block.contains("socket:"));
  }

  @ParameterizedTest
  @MethodSource("targets")
  void showsTargetsWithoutMistake(String yaml) throws IOException {
    assertThat(WrittenSettings.ofYaml(yaml.replaceAll("\\$\\{\\w+}", "hidden")).settings().setups())
        .singleElement()
        .satisfies(setup -> assertThat(setup.dialect().eventNames().open()).isTrue());
  }

  @Test
  void showsSeveralTargets() throws IOException {
    assertThat(targets()).hasSizeGreaterThan(1);
  }

  @Test
  void saysOfEachBundledDialectWhatItNeeds() throws IOException {
    List<String> lines = page().lines().toList();

    assertThat(BundledDialectFiles.about().keySet())
        .filteredOn(BundledDialectFiles::isDescribed)
        .allSatisfy(name ->
            assertThat(lines).filteredOn(line -> line.startsWith("| `" + name + "` |")).hasSize(2));
  }

  private static String page() throws IOException {
    return Files.readString(Path.of("docs/dialects.md"));
  }
}
