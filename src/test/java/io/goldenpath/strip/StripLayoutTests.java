package io.goldenpath.strip;

import static io.goldenpath.model.run.SampleRuns.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.SampleRuns;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where stations stand on the line. */
class StripLayoutTests {

  private final Probe probe = SampleRuns.probe("demo");

  @Test
  void drawsToScaleWhereThereIsRoom() {
    List<Double> places =
        PathStrip.ofWorstUser(probe, SampleRuns.passed(probe, "a", NOON)).positions(0);

    assertThat(places.get(0)).isCloseTo(41 / 1842.0, within(1e-9));
    assertThat(places.get(4)).isCloseTo(401 / 1842.0, within(1e-9));
    assertThat(places.getLast()).isEqualTo(1);
  }

  @Test
  void keepsNeighboursApartAndInsideTheLine() {
    for (double gap : new double[] {0, 0.02, 0.05, 0.09, 0.1, 0.5}) {
      for (Run run :
          List.of(SampleRuns.passed(probe, "a", NOON), SampleRuns.refused(probe, "a", NOON))) {
        List<Double> places = PathStrip.ofWorstUser(probe, run).positions(gap);

        assertThat(places)
            .hasSize(11)
            .allSatisfy(place -> assertThat(place).isBetween(0.0, 1.0 + 1e-9));
        for (int i = 1; i < places.size(); i++) {
          assertThat(places.get(i) - places.get(i - 1))
              .isGreaterThanOrEqualTo(Math.min(gap, 0.1) - 1e-9);
        }
      }
    }
  }

  @Test
  void whatNeverCameLiesBetweenItsNeighbours() {
    List<Double> places =
        PathStrip.ofWorstUser(probe, SampleRuns.missing(probe, "a", NOON)).positions(0);

    assertThat(places.get(5)).isCloseTo((places.get(4) + places.get(6)) / 2, within(1e-9));
  }

  @Test
  void aPathThatWaitsIsSpreadEvenly() {
    List<Double> places = PathStrip.waiting(probe).positions(0.02);

    assertThat(places.getFirst()).isZero();
    assertThat(places.get(5)).isCloseTo(0.5, within(1e-9));
    assertThat(places.getLast()).isCloseTo(1, within(1e-9));
  }
}
