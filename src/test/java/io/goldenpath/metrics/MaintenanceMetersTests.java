package io.goldenpath.metrics;

import static io.goldenpath.model.run.SampleRuns.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.maintenance.MaintenanceBoard;
import io.goldenpath.maintenance.RequestedMaintenance;
import io.goldenpath.model.probe.MaintenanceWindow;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.SampleRuns;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class MaintenanceMetersTests {

  private final Probe staging = SampleRuns.probe("staging");
  private final Probe other = SampleRuns.probe("other");
  private final Scrape scrape = Scrape.watching(staging, other);
  private Instant now = NOON;
  private final MaintenanceBoard board = new MaintenanceBoard(() -> now);
  private final MaintenanceMeters meters = new MaintenanceMeters(scrape.registry(), board, "local");

  @Test
  void isOneWhileTheProbeIsInMaintenance() {
    meters.watching(List.of(staging, other));
    board.add(
        new RequestedMaintenance(
            "a", "staging", null, new MaintenanceWindow(NOON, NOON.plusSeconds(60), "patch")));

    assertThat(value("staging")).isEqualTo(1);
    assertThat(value("other")).isZero();

    now = NOON.plusSeconds(60);
    assertThat(value("staging")).isZero();
  }

  @Test
  void hasNoSeriesOfAProbeThatIsGone() {
    meters.watching(List.of(staging, other));
    meters.watching(List.of(other));

    assertThat(scrape.samples("goldenpath_maintenance"))
        .extracting(sample -> sample.labels().get("target"))
        .containsExactly("other");
  }

  /** The series of a probe that is never in maintenance. */
  static void watching(Scrape scrape, Probe probe) {
    new MaintenanceMeters(scrape.registry(), new MaintenanceBoard(() -> NOON), "local")
        .watching(List.of(probe));
  }

  private double value(String target) {
    return scrape.value("goldenpath_maintenance", "target", target);
  }
}
