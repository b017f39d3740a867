package io.goldenpath.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Written anew with {@code mvn test -Dtest=ChartReadmeTests -Dwrite-docs=true}. */
class ChartReadmeTests {

  private static final Path CHART = Path.of("helm/golden-path-monitor");
  private static final Path README = CHART.resolve("README.md");
  private static final String HEADING = "## Values\n\n";

  @Test
  void tableIsWhatTheValuesSay() throws IOException {
    String table = values().markdown();
    String written = Files.readString(README);
    int end = written.indexOf(HEADING) + HEADING.length();
    if (Boolean.getBoolean("write-docs")) {
      Files.writeString(README, written.substring(0, end) + table);
    }

    assertThat(Files.readString(README).substring(end)).isEqualTo(table);
  }

  @Test
  void everyValueIsExplained() throws IOException {
    ValuesPage values = values();

    assertThat(values.told())
        .filteredOn(row -> !values.hasExplainedParts(row))
        .hasSizeGreaterThan(80)
        .allSatisfy(row -> assertThat(row.what()).as(row.key()).isNotBlank());
  }

  @Test
  void everyValueIsInTheSchema() throws IOException {
    JsonNode schema =
        new JsonMapper().readTree(Files.readString(CHART.resolve("values.schema.json")));

    assertThat(values().told())
        .allSatisfy(row -> {
          String pointer = "/properties/" + row.key().replace(".", "/properties/");
          assertThat(schema.at(pointer).isMissingNode()).as(row.key()).isFalse();
        });
  }

  private static ValuesPage values() throws IOException {
    return ValuesPage.read(CHART.resolve("values.yaml"));
  }
}
