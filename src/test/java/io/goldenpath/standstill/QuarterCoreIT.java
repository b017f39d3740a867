package io.goldenpath.standstill;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.wire.TestSize;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A monitor that has a quarter of a core from its start on, in every build a half: it blames no
 * target, and in the full size, on a machine that has that quarter to spare, every run has a
 * verdict.
 */
class QuarterCoreIT {

  private static final int TARGETS = 10;
  private static final double SHARE = TestSize.of(50, 25) / 100.0;
  private static final Duration WATCHED = Duration.ofSeconds(TestSize.of(10, 300));

  private static final double BROKEN = TestSize.of(TARGETS, 0);

  /** The first run may last until the second is due. */
  private static final Map<String, Double> AT_START =
      Map.of("overlap", (double) TestSize.of(2 * TARGETS, TARGETS));

  @TempDir private Path directory;

  @Test
  void givesEveryRunAVerdict() throws Exception {
    try (SecureDemo demo = new SecureDemo(TARGETS);
        CpuQuota quota = CpuQuota.ofCore(SHARE);
        MonitorProcess monitor =
            MonitorProcess.start(
                directory,
                quota.command(),
                demo.trust(directory),
                demo.settings(TARGETS, TARGETS / 2, "5s"))) {
      TimeUnit.NANOSECONDS.sleep(WATCHED.toNanos());
      Map<String, Double> outcomes = monitor.sums("goldenpath_runs_total", "outcome");
      Map<String, Double> skipped = monitor.sums("goldenpath_runs_skipped_total", "reason");
      System.out.printf(
          "%s of a core, %d probes each 5 s for %d s: %s; findings %s, skipped %s, stalled %s s, in histograms %s; %s%n",
          SHARE,
          TARGETS,
          WATCHED.toSeconds(),
          outcomes,
          monitor.sums("goldenpath_findings_total", "kind", "severity", "step"),
          skipped,
          monitor.sums("goldenpath_stalled_seconds_total").values(),
          monitor.sums("goldenpath_run_duration_seconds_count").values(),
          quota.throttling());

      assertThat(outcomes).as(monitor.log()).containsKey("passed").doesNotContainKey("failed");
      assertThat(outcomes.getOrDefault("broken", 0.0))
          .as(monitor.log())
          .isLessThanOrEqualTo(BROKEN);
      assertThat(skipped)
          .allSatisfy((reason, count) ->
              assertThat(count).isLessThanOrEqualTo(AT_START.getOrDefault(reason, 0.0)));
    }
  }
}
