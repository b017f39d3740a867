package io.goldenpath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class HistoryAwayIT {

  private static final String HISTORY = "/components/history";

  @Test
  void aDatabaseThatIsAwayStopsNothingElseAndIsTold() throws Exception {
    try (LiveMonitor monitor =
        LiveMonitor.start("--spring.datasource.url=jdbc:postgresql://127.0.0.1:1/history")) {
      await()
          .atMost(Duration.ofMinutes(1))
          .untilAsserted(() ->
              assertThat(monitor.json("/actuator/health").at(HISTORY + "/details/why").asString())
                  .startsWith("Connection to 127.0.0.1:1 refused"));
      await()
          .atMost(Duration.ofMinutes(1))
          .untilAsserted(() ->
              assertThat(monitor.sample("goldenpath_history_waiting{location=\"local\"}"))
                  .isPositive());

      assertThat(monitor.json("/actuator/health").at(HISTORY + "/status").asString())
          .isEqualTo("DEGRADED");
      assertThat(monitor.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
      assertThat(monitor.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
      assertThat(monitor.sample("goldenpath_history_available{location=\"local\"}")).isZero();
      assertThat(monitor.json("/api/runs").path("runs").isEmpty()).isFalse();
    }
  }
}
