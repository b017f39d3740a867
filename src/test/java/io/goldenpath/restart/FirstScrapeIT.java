package io.goldenpath.restart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.goldenpath.demo.platform.DemoPlatform;
import io.goldenpath.demo.platform.FaultCatalogue;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Prometheus is told by a monitor that has just been started again, amid an outage. */
class FirstScrapeIT {

  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final String TARGET = "--goldenpath.targets.shop.";
  private static final String METRICS = "/actuator/prometheus";
  private static final String SHOP = "{journey=\"golden-path\",location=\"local\",target=\"shop\"";
  private static final String DOWN = "goldenpath_verdict" + SHOP + ",verdict=\"down\"}";
  private static final Set<String> RESTORED =
      Set.of(
          DOWN,
          "probe_success" + SHOP + "}",
          "goldenpath_last_run_timestamp_seconds" + SHOP + "}",
          "goldenpath_last_success_timestamp_seconds" + SHOP + "}",
          "goldenpath_consecutive_failures" + SHOP + "}",
          "goldenpath_baseline_runs" + SHOP + "}",
          "goldenpath_maintenance" + SHOP + "}");

  @TempDir private Path folder;

  private String since = "";

  @Test
  void hasAllSeriesFromTheFirstAnswerOn() throws Exception {
    try (DemoPlatform demo = DemoPlatform.start(0)) {
      Map<String, String> before = outageUntilKilled(demo);
      List<Map<String, String>> scrapes = new ArrayList<>();
      try (KillableMonitor monitor = start(demo)) {
        await()
            .atMost(LIMIT)
            .pollDelay(Duration.ZERO)
            .pollInterval(Duration.ofMillis(10))
            .until(() -> {
              monitor.get(METRICS).map(FirstScrapeIT::told).ifPresent(scrapes::add);
              return monitor.get("/actuator/health/readiness").isPresent();
            });
        assertThat(monitor.probe().path("since").asString()).isEqualTo(since);
      }

      assertThat(before).hasSameSizeAs(RESTORED).containsEntry(DOWN, "1.0");
      assertThat(scrapes).hasSizeGreaterThan(1).containsOnly(before);
    }
  }

  /** Returns what its last scrape tells. */
  private Map<String, String> outageUntilKilled(DemoPlatform demo) throws Exception {
    try (KillableMonitor monitor = start(demo)) {
      await().atMost(LIMIT).until(() -> verdict(monitor).equals("up"));
      demo.faults().switchOn(FaultCatalogue.shipped().named("silent_after_message").orElseThrow());
      await().atMost(LIMIT).until(() -> run(monitor).equals("down"));
      String until = Instant.now().plus(Duration.ofHours(1)).toString();
      assertThat(
              monitor.post(
                  "/api/maintenance",
                  "{\"target\":\"shop\",\"until\":\"%s\",\"why\":\"new disk\"}".formatted(until)))
          .isTrue();
      await().atMost(LIMIT).until(() -> monitor.probe().path("runInFlight").isNull());
      // what ended more than a second ago is stored
      await().pollDelay(Duration.ofSeconds(2)).until(() -> true);
      since = monitor.probe().path("since").asString();
      return told(monitor.get(METRICS).orElseThrow());
    }
  }

  /** Asks for runs, which are not due. */
  private static String run(KillableMonitor monitor) throws InterruptedException {
    monitor.post("/api/probes/shop/golden-path/runs", "");
    return verdict(monitor);
  }

  private static String verdict(KillableMonitor monitor) throws InterruptedException {
    return monitor.probe().path("verdict").asString("");
  }

  /** The values of what is restored. */
  private static Map<String, String> told(String scrape) {
    return scrape
        .lines()
        .map(line -> line.split(" "))
        .filter(sample -> RESTORED.contains(sample[0]))
        .collect(Collectors.toMap(sample -> sample[0], sample -> sample[1]));
  }

  private KillableMonitor start(DemoPlatform demo) throws IOException {
    return KillableMonitor.start(
        KillableMonitor.freePort(),
        folder.resolve("log"),
        "--goldenpath.data=" + folder,
        "--goldenpath.demo.enabled=false",
        TARGET + "login.type=none",
        TARGET + "socket.url=ws://127.0.0.1:" + demo.port() + "/demo/guest/ws",
        TARGET + "limits.first-event.failed=1s",
        TARGET + "verdict.fail=1 of 1",
        TARGET + "manners.connects=600",
        TARGET + "journeys.golden-path.every=5m",
        TARGET + "journeys.golden-path.timeout=4s");
  }
}
