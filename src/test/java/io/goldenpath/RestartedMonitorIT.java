package io.goldenpath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.goldenpath.demo.platform.DemoPlatform;
import io.goldenpath.demo.platform.FaultCatalogue;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A monitor that is stopped and started in the middle of an outage. */
class RestartedMonitorIT {

  private static final Duration LIMIT = Duration.ofMinutes(1);
  private static final String TARGET = "--goldenpath.targets.shop.";
  private static final String SHOP = "{journey=\"golden-path\",location=\"local\",target=\"shop\"}";

  @TempDir Path folder;

  @Test
  void forgetsNoOutage() throws Exception {
    try (DemoPlatform demo = DemoPlatform.start(0)) {
      JsonNode before;
      double success;
      try (LiveMonitor monitor = start(demo, "4s")) {
        await().atMost(LIMIT).until(() -> verdict(monitor).equals("up"));
        demo.faults()
            .switchOn(FaultCatalogue.shipped().named("silent_after_message").orElseThrow());
        await().atMost(LIMIT).until(() -> verdict(monitor).equals("down"));
        before = target(monitor);
        success = monitor.sample("goldenpath_last_success_timestamp_seconds" + SHOP);
      }
      try (LiveMonitor monitor = start(demo, "5m")) {
        JsonNode after = target(monitor);

        assertThat(after.path("verdict").asString()).isEqualTo("down");
        assertThat(after.path("since")).isEqualTo(before.path("since"));
        assertThat(monitor.sample("goldenpath_last_success_timestamp_seconds" + SHOP))
            .isEqualTo(success);
        assertThat(monitor.sample("goldenpath_consecutive_failures" + SHOP)).isPositive();
        assertThat(
                monitor.sample(
                    "goldenpath_verdict{journey=\"golden-path\",location=\"local\","
                        + "target=\"shop\",verdict=\"down\"}"))
            .isEqualTo(1);
      }
    }
  }

  private LiveMonitor start(DemoPlatform demo, String every) {
    return LiveMonitor.start(
        "--goldenpath.data=" + folder,
        "--goldenpath.demo.enabled=false",
        TARGET + "login.type=none",
        TARGET + "socket.url=ws://127.0.0.1:" + demo.port() + "/demo/guest/ws",
        TARGET + "limits.first-event.failed=1s",
        TARGET + "verdict.confirm-after=500ms",
        TARGET + "manners.connects=600",
        TARGET + "journeys.golden-path.every=" + every,
        TARGET + "journeys.golden-path.timeout=4s");
  }

  private static String verdict(LiveMonitor monitor) throws Exception {
    return target(monitor).path("verdict").asString();
  }

  private static JsonNode target(LiveMonitor monitor) throws Exception {
    return monitor.json("/api/targets").path("targets").path(0);
  }
}
