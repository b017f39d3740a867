package io.goldenpath.settings.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goldenpath.settings.service.HistogramBuckets;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bounds of the buckets of histograms. */
class HistogramBucketsTests {

  @Test
  void areTheUsualOnesWhereNoneAreWritten() throws IOException {
    assertThat(buckets("{}")).isEqualTo(HistogramBuckets.USUAL);
  }

  @Test
  void areThoseWrittenHistogramByHistogram() throws IOException {
    HistogramBuckets buckets = buckets("{ answer: [500ms, 2s, 1m], first-event: 1s }");

    assertThat(buckets.answer())
        .containsExactly(Duration.ofMillis(500), Duration.ofSeconds(2), Duration.ofMinutes(1));
    assertThat(buckets.firstEvent()).containsExactly(Duration.ofSeconds(1));
    assertThat(buckets.run()).isEqualTo(HistogramBuckets.USUAL.run());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          answer: []         | answer   | expected 1 to 30 bounds, but found 0
          answer: [2s, 1s]   | answer   | each longer than the one before
          gap: [1s, 1s]      | gap      | each longer than the one before
          lateness: [0s, 1s] | lateness | above zero
          run: [soon]        | run[0]   | soon
          answers: [1s]      | answers  | answer
          """)
  void areRefusedWhereNoHistogramCouldHaveThem(String written, String key, String problem) {
    assertThatThrownBy(() -> buckets("{ " + written + " }"))
        .hasMessageContaining("goldenpath.metrics.buckets." + key)
        .hasMessageContaining(problem);
  }

  private static HistogramBuckets buckets(String written) throws IOException {
    return WrittenSettings.ofYaml(
            """
            goldenpath:
              metrics: { buckets: %s }
            """
                .formatted(written))
        .settings()
        .metrics()
        .buckets();
  }
}
