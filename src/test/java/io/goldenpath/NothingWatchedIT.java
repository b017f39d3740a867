package io.goldenpath;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A start without any target, where the demo is off, as after a volume was swapped for another. */
class NothingWatchedIT {

  @Test
  void isNotReadyAndLooksLikeNoMonitorOfHealthyTargets() throws Exception {
    try (LiveMonitor monitor = LiveMonitor.start("--goldenpath.demo.enabled=false")) {
      assertThat(monitor.get("/actuator/health/readiness").statusCode()).isEqualTo(503);
      assertThat(monitor.get("/actuator/health").statusCode()).isEqualTo(503);
      assertThat(monitor.json("/actuator/health").at("/components/schedule/details/why"))
          .hasToString(
              "\"no target is configured under goldenpath.targets, and the demo platform is off\"");
      assertThat(monitor.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
      assertThat(monitor.sample("goldenpath_probes{location=\"local\"}")).isZero();
      assertThat(monitor.sample("goldenpath_targets{location=\"local\"}")).isZero();
    }
  }
}
