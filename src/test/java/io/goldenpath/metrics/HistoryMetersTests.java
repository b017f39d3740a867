package io.goldenpath.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.run.SampleRuns;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class HistoryMetersTests {

  private final Scrape scrape = Scrape.watching(SampleRuns.probe("staging"));

  @Test
  void tellsHowLongRunsAndTranscriptsAreKept() {
    UnopenedHistory.meters(scrape);

    assertThat(kept("runs")).isEqualTo(Duration.ofDays(14).toSeconds());
    assertThat(kept("transcripts")).isEqualTo(Duration.ofDays(7).toSeconds());
  }

  private double kept(String kind) {
    return scrape.value("goldenpath_history_kept_seconds", "kind", kind);
  }
}
