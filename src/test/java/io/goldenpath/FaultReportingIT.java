package io.goldenpath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.goldenpath.wire.TestSize;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;

/** A fault is switched on over HTTP while the service runs, and everybody who tells agrees. */
@Tag("mission-critical")
@ExtendWith(OutputCaptureExtension.class)
class FaultReportingIT {

  private static final String DEMO = "journey=\"golden-path\",location=\"local\"";
  private static final Duration LONGEST = Duration.ofSeconds(60);

  @SuppressWarnings("NullAway.Init")
  private static LiveMonitor monitor;

  @BeforeAll
  static void start() {
    monitor = LiveMonitor.start();
    await().atMost(LONGEST).until(() -> !monitor.endedRuns().isEmpty());
  }

  @AfterAll
  static void stop() {
    monitor.close();
  }

  @AfterEach
  void recovers() throws Exception {
    order("none");
    JsonNode run = nextRun();

    assertThat(run.path("outcome").asString()).as("%s", run.path("findings")).isEqualTo("passed");
    assertThat(monitor.get("/actuator/health/targets/demo").statusCode()).isEqualTo(200);
    assertThat(monitor.get("/").body()).contains("<title>All golden paths work");
  }

  /** Four of them in every build, one of each kind. */
  static Stream<Arguments> faults() {
    return Stream.of(
            Arguments.of("silent_after_message", "silent", "events"),
            Arguments.of("no_tool_executing", "missing_event", "events"),
            Arguments.of("fabricated", "fabricated", "answer"),
            Arguments.of("dropped_mid_run", "dropped", "events"),
            Arguments.of("silent_after_upgrade", "welcome_missing", "welcome"),
            Arguments.of("no_agent_started", "missing_event", "events"),
            Arguments.of("no_agent_thinking", "missing_event", "events"),
            Arguments.of("no_tool_completed", "missing_event", "events"),
            Arguments.of("no_agent_completed", "stalled", "events"),
            Arguments.of("wrong_sum", "wrong_answer", "answer"),
            Arguments.of("empty_answer", "empty_answer", "answer"))
        .limit(TestSize.of(4, 11));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void everybodyTellsOfAFailure(String fault, String kind, String step, CapturedOutput log)
      throws Exception {
    String series =
        "goldenpath_findings_total{journey=\"golden-path\",kind=\"%s\",location=\"local\",severity=\"error\",step=\"%s\",target=\"demo\"}"
            .formatted(kind, step);
    double before = monitor.sample(series); // no number before the first finding of this kind

    order(fault);
    JsonNode run = nextRun();

    assertThat(run.path("outcome").asString()).isEqualTo("failed");
    JsonNode finding =
        LiveMonitor.each(run.path("findings"))
            .filter(found -> found.path("kind").asString().equals(kind))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no " + kind + " in " + run.path("findings")));
    assertThat(finding.path("step").asString()).isEqualTo(step);
    assertThat(monitor.sample(series)).as(series).isGreaterThan(Double.isNaN(before) ? 0 : before);
    assertThat(monitor.sample("probe_success{%s,target=\"demo\"}".formatted(DEMO))).isZero();
    HttpResponse<String> health = monitor.get("/actuator/health/targets/demo/golden-path");
    assertThat(health.statusCode()).isEqualTo(503);
    assertThat(health.body()).contains(kind);
    assertThat(monitor.get("/").body()).contains("<title>demo: ");
    assertThat(monitor.get("/runs/" + run.path("id").asString()).body()).contains(kind);
    await()
        .atMost(LONGEST)
        .untilAsserted(() -> assertThat(log).contains("demo/golden-path is down (was up)"));
  }

  @Test
  void slownessIsDegradedAndNoFailure() throws Exception {
    order("slow");
    JsonNode run = nextRun();

    assertThat(run.path("outcome").asString()).as("%s", run.path("findings")).isEqualTo("degraded");
    assertThat(monitor.sample("probe_success{%s,target=\"demo\"}".formatted(DEMO))).isEqualTo(1);
    assertThat(monitor.get("/actuator/health/targets/demo").statusCode()).isEqualTo(200);
    assertThat(monitor.json("/actuator/health/targets/demo").path("status").asString())
        .isEqualTo("DEGRADED");
  }

  @Test
  void aFailingTargetLeavesTheMonitorItselfWell() throws Exception {
    order("silent_after_message");
    nextRun();

    assertThat(monitor.get("/actuator/health/targets").statusCode()).isEqualTo(503);
    assertThat(monitor.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
    assertThat(monitor.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
  }

  private static void order(String fault) throws IOException, InterruptedException {
    HttpResponse<String> answer = monitor.post("/demo/faults", "{\"fault\":\"" + fault + "\"}");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  /** A run that began after now and counts, when everybody has heard of it. */
  private static JsonNode nextRun() {
    return await()
        .atMost(LONGEST.multipliedBy(3))
        .until(
            FaultReportingIT::run, run -> !run.path("outcome").asString("broken").equals("broken"));
  }

  private static JsonNode run() {
    String id =
        await().atMost(LONGEST).until(FaultReportingIT::started, started -> !started.isEmpty());
    return await()
        .atMost(LONGEST)
        .until(
            () -> monitor.json("/api/runs/" + id),
            run -> !run.path("outcome").asString("").isEmpty());
  }

  /** The id of a run that starts now; empty while an earlier one is in flight. */
  private static String started() throws IOException, InterruptedException {
    HttpResponse<String> answer = monitor.post("/api/probes/demo/golden-path/runs", "");
    return answer.statusCode() == 202
        ? answer.headers().firstValue("Location").orElseThrow().replaceFirst(".*/", "")
        : "";
  }
}
