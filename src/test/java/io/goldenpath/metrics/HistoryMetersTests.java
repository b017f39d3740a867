package io.goldenpath.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.run.SampleRuns;
import org.junit.jupiter.api.Test;

class HistoryMetersTests {

  private final Scrape scrape = Scrape.watching(SampleRuns.probe("staging"));

  @Test
  void tellsHowLongRunsAndTranscriptsAreKept() {
    UnopenedHistory.meters(scrape);

    assertThat(kept("runs")).isEqualTo(14 * 86_400.0);
    assertThat(kept("transcripts")).isEqualTo(7 * 86_400.0);
  }

  private double kept(String kind) {
    return scrape.value("goldenpath_history_kept_seconds", "kind", kind);
  }
}
