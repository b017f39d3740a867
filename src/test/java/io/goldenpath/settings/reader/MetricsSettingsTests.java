package io.goldenpath.settings.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goldenpath.settings.keys.MetricsProperties.Detail;
import io.goldenpath.settings.service.MetricsSettings;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** How much metrics tell. */
class MetricsSettingsTests {

  @Test
  void areLeanWhereNothingIsWritten() throws IOException {
    assertThat(settings("{}").metrics()).isEqualTo(MetricsSettings.USUAL);
    assertThat(MetricsSettings.USUAL.full()).isFalse();
  }

  @Test
  void areFullWhereItIsWritten() throws IOException {
    assertThat(settings("{ detail: full }").metrics().full()).isTrue();
  }

  @Test
  void areRefusedInAnyOtherDetail() {
    assertThatThrownBy(() -> settings("{ detail: most }"))
        .hasMessageContaining("goldenpath.metrics.detail")
        .hasMessageContaining("most");
  }

  @Test
  void warnOfBucketsThatNoHistogramHas() throws IOException {
    String gap = "buckets: { gap: [1s, 2s] }";

    assertThat(settings("{ detail: full, %s }".formatted(gap)).warnings()).isEmpty();
    assertThat(settings("{ %s }".formatted(gap)).warnings())
        .singleElement()
        .asString()
        .contains("goldenpath.metrics.buckets.gap", "detail: full");
    assertThat(settings("{ detail: %s }".formatted(Detail.LEAN)).warnings()).isEmpty();
  }

  private static Settings settings(String written) throws IOException {
    return WrittenSettings.ofYaml(
            """
            goldenpath:
              metrics: %s
            """
                .formatted(written))
        .settings();
  }
}
