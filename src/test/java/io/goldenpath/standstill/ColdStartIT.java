package io.goldenpath.standstill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.goldenpath.wire.TestSize;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** First runs of a process that has just started, of targets that speak TLS. */
class ColdStartIT {

  private static final int TARGETS = TestSize.of(12, 50);

  /** In the small size, for it also runs on machines that are busy beyond measure. */
  private static final double BROKEN = TestSize.of(1, 0);

  @TempDir private Path directory;

  @Test
  void breaksNoFirstRun() throws Exception {
    try (SecureDemo demo = new SecureDemo(TARGETS);
        MonitorProcess monitor =
            MonitorProcess.start(
                directory,
                List.of(),
                demo.trust(directory),
                demo.settings(TARGETS, TARGETS, "5m"))) {
      Map<String, Double> outcomes =
          await()
              .atMost(Duration.ofMinutes(3))
              .pollInterval(Duration.ofSeconds(1))
              .until(
                  () -> monitor.sums("goldenpath_runs_total", "outcome"),
                  runs -> runs.values().stream().mapToDouble(count -> count).sum() >= TARGETS);
      System.out.printf(
          "First runs of %d targets with TLS after a cold start: %s; findings %s, skipped %s%n",
          TARGETS,
          outcomes,
          monitor.sums("goldenpath_findings_total", "kind", "severity", "step"),
          monitor.sums("goldenpath_runs_skipped_total", "reason"));

      assertThat(outcomes).as(monitor.log()).doesNotContainKey("failed");
      assertThat(outcomes.getOrDefault("broken", 0.0))
          .as(monitor.log())
          .isLessThanOrEqualTo(BROKEN);
    }
  }
}
