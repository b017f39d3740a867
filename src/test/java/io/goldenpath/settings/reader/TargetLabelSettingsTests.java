package io.goldenpath.settings.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goldenpath.settings.mistakes.SettingsException;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetLabelSettingsTests {

  @Test
  void areNoneUnlessWritten() throws IOException {
    assertThat(target("")).isEmpty();
    assertThat(labels("{}")).isEmpty();
  }

  @Test
  void keepTheirNamesAsWritten() throws IOException {
    assertThat(labels("{ team: search, tier: 1, cost_center: \"${COST:4711}\", ownerMail: a@b.c }"))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("team", "search", "tier", "1", "cost_center", "4711", "ownerMail", "a@b.c"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '#',
      value = {
        "{ 1team: search } | 1team | a label's name is a letter, then a-z",
        "{ _team: search } | _team | a label's name is a letter, then a-z",
        "{ cost-center: a } | cost-center | a label's name is a letter, then a-z",
        "{ severity: high } | severity | 'severity' is a label already",
        "{ target: shop } | target | 'target' is a label already",
        "{ team: '' } | team | is empty; to Prometheus that is no label",
        "{ team: \"a\\nb\" } | team | must not hold line ends",
        "{ team: { name: search } } | team | expected a value of its own"
      })
  void nameWhatIsWrong(String labels, String key, String mistake) {
    assertThatThrownBy(() -> labels(labels))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("goldenpath.targets.staging.labels." + key + " (")
        .hasMessageContaining(mistake);
  }

  @Test
  void areAtMostTenOfOneHundredAndTwentyEightCharacters() throws IOException {
    String longest = "a".repeat(128);

    assertThat(labels(written(10, longest))).hasSize(10);
    assertThatThrownBy(() -> labels(written(11, "a")))
        .hasMessageContaining(
            "goldenpath.targets.staging.labels (written.yaml line 6): expected at most 10, but"
                + " there are 11");
    assertThatThrownBy(() -> labels(written(1, longest + "a")))
        .hasMessageContaining("must have at most 128 characters, but has 129");
  }

  private static String written(int number, String value) {
    return IntStream.range(0, number)
        .mapToObj(i -> "label" + i + ": " + value)
        .collect(Collectors.joining(", ", "{ ", " }"));
  }

  private static Map<String, String> labels(String labels) throws IOException {
    return target("labels: " + labels);
  }

  private static Map<String, String> target(String more) throws IOException {
    String target =
        """
        goldenpath:
          targets:
            staging:
              login: { type: none }
              socket: { url: wss://api.example.com/ws }
              %s
        """
            .formatted(more);
    return WrittenSettings.ofYaml(target).settings().setups().getFirst().probe().target().labels();
  }
}
