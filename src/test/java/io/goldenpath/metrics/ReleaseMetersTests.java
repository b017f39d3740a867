package io.goldenpath.metrics;

import static io.goldenpath.model.run.SampleRuns.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.regression.ReleaseMarker;
import io.goldenpath.model.run.SampleRuns;
import io.goldenpath.regression.RegressionBoard;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReleaseMetersTests {

  private final Probe staging = SampleRuns.probe("staging");
  private final Probe other = SampleRuns.probe("other");
  private final Scrape scrape = Scrape.watching(staging, other);
  private final RegressionBoard board = new RegressionBoard(List.of());
  private final ReleaseMeters meters = new ReleaseMeters(scrape.registry(), board, "local");

  @Test
  void tellsWhenTheReleaseLastChanged() {
    board.watching(List.of(staging, other));
    meters.watching(List.of(staging, other));
    assertThat(value("staging")).isNaN();

    board.released(new ReleaseMarker("staging", "1.8.3", NOON, null));
    board.released(new ReleaseMarker("staging", "1.8.2", NOON.minusSeconds(60), null));

    assertThat(value("staging")).isEqualTo((double) NOON.getEpochSecond());
    assertThat(value("other")).isNaN();
  }

  @Test
  void hasNoSeriesOfATargetThatIsGone() {
    meters.watching(List.of(staging, other));
    meters.watching(List.of(other));

    assertThat(scrape.samples("goldenpath_release_timestamp_seconds"))
        .extracting(sample -> sample.labels().get("target"))
        .containsExactly("other");
  }

  /** The series of a target whose release nobody tells. */
  static void watching(Scrape scrape, Probe probe) {
    new ReleaseMeters(scrape.registry(), new RegressionBoard(List.of()), "local")
        .watching(List.of(probe));
  }

  private double value(String target) {
    return scrape.value("goldenpath_release_timestamp_seconds", "target", target);
  }
}
