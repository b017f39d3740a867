package io.goldenpath.web.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ProbeMetricTests {

  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `([a-z]+_[a-z_]+)(\\{[a-z]+\\})?` \\|");

  @Test
  void documentationListsEachOfThem() throws IOException {
    List<String> documented =
        ROW.matcher(Files.readString(Path.of("docs/probe.md")))
            .results()
            .map(row -> row.group(1))
            .toList();

    assertThat(documented)
        .containsExactlyElementsOf(
            Arrays.stream(ProbeMetric.values()).map(ProbeMetric::series).toList());
  }
}
