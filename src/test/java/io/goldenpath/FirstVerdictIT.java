package io.goldenpath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a newcomer sees within twenty seconds of the start, without any configuration. */
@Tag("mission-critical")
class FirstVerdictIT {

  private static final String DEMO = "journey=\"golden-path\",location=\"local\",target=\"demo\"";
  private static final List<String> FIVE =
      List.of(
          "agent_started", "agent_thinking", "tool_executing", "tool_completed", "agent_completed");

  @SuppressWarnings("NullAway.Init")
  private static LiveMonitor monitor;

  @BeforeAll
  static void startAndWaitForTheFirstRun() {
    monitor = LiveMonitor.start();
    await().atMost(Duration.ofSeconds(60)).until(() -> !monitor.endedRuns().isEmpty());
    // metrics hear of a run after the history has it
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> !Double.isNaN(monitor.sample("probe_success{" + DEMO + "}")));
  }

  @AfterAll
  static void stop() {
    monitor.close();
  }

  @Test
  void theFirstRunPasses() throws Exception {
    JsonNode first = monitor.endedRuns().getLast();

    assertThat(first.path("outcome").asString())
        .as("outcome of %s", monitor.json("/api/runs/" + first.path("id").asString()))
        .isEqualTo("passed");
  }

  @Test
  void metricsTellOfSuccess() throws Exception {
    assertThat(monitor.sample("probe_success{" + DEMO + "}")).isEqualTo(1);
    assertThat(
            monitor.sample(
                "goldenpath_runs_total{journey=\"golden-path\",location=\"local\","
                    + "outcome=\"passed\",target=\"demo\"}"))
        .isPositive();
  }

  @Test
  void metricsCountEachOfTheFiveEvents() throws Exception {
    for (String event : FIVE) {
      assertThat(monitor.sample("goldenpath_events_total{event=\"" + event + "\"," + DEMO + "}"))
          .as(event)
          .isPositive();
    }
  }

  @Test
  void healthIsUp() throws Exception {
    var health = monitor.get("/actuator/health/targets/demo");

    assertThat(health.statusCode()).isEqualTo(200);
    assertThat(monitor.json("/actuator/health/targets/demo").path("status").asString())
        .isEqualTo("UP");
  }

  @Test
  void thePageSaysSoInOneSentence() throws Exception {
    assertThat(monitor.get("/").body()).contains("<title>All golden paths work");
  }

  @Test
  void theEventsOfARunAreInOrder() throws Exception {
    String id = monitor.endedRuns().getLast().path("id").asString();
    JsonNode user = monitor.json("/api/runs/" + id).path("users").path(0);

    assertThat(LiveMonitor.each(user.path("events")).map(event -> event.path("event").asString()))
        .containsSubsequence(FIVE);
  }
}
