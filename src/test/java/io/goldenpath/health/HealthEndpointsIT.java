package io.goldenpath.health;

import static io.goldenpath.model.run.SampleRuns.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.SampleRuns;
import io.goldenpath.model.time.Stopwatch;
import io.goldenpath.schedule.Schedule;
import io.goldenpath.verdict.VerdictBoard;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What people on call, load balancers and the kubelet are told. */
class HealthEndpointsIT {

  private static final long MINUTE = 60_000_000_000L;

  private final AtomicLong nanos = new AtomicLong();
  private final Stopwatch stopwatch = nanos::get;
  private final VerdictBoard board = new VerdictBoard(() -> NOON, List.of());
  private final Schedule schedule = new Schedule("local", List.of(), () -> NOON, stopwatch);
  private final Probe staging = SampleRuns.probe("staging");
  private final Probe production = SampleRuns.probe("production");
  private final HttpClient client = HttpClient.newHttpClient();

  @SuppressWarnings("NullAway.Init")
  private ConfigurableApplicationContext context;

  @BeforeEach
  void start() {
    context =
        new SpringApplicationBuilder(Wiring.class)
            .initializers(beans -> {
              beans.getBeanFactory().registerSingleton("board", board);
              beans.getBeanFactory().registerSingleton("schedule", schedule);
            })
            .registerShutdownHook(false)
            .run("--server.port=0");
    board.watching(List.of(staging, production));
  }

  @AfterEach
  void stop() {
    context.close();
    schedule.close();
    client.close();
  }

  @Test
  void knowsNothingBeforeTheFirstRun() throws Exception {
    assertThat(get("targets/staging/golden-path").body()).contains("\"status\":\"UNKNOWN\"");
    assertThat(get("targets/staging/golden-path").statusCode()).isEqualTo(200);
    assertThat(json("targets/staging/golden-path").at("/details/why").stringValue())
        .isEqualTo("no run has ended yet");
    assertThat(get("targets").statusCode()).isEqualTo(200);
  }

  @Test
  void tellsOnCallWhatTheyAskNext() throws Exception {
    finish(SampleRuns.missing(staging, "bad", NOON));

    HttpResponse<String> reply = get("targets/staging/golden-path");

    assertThat(reply.statusCode()).isEqualTo(503);
    assertThat(new JsonMapper().readTree(reply.body()))
        .isEqualTo(
            new JsonMapper()
                .readTree(
                    """
                    { "status": "DOWN", "details": {
                        "since": "2026-11-24T12:00:01.842Z",
                        "why": "agent_thinking never came",
                        "lastRun": "2026-11-24T12:00:01.842Z",
                        "outcome": "failed",
                        "findings": ["missing_event in events: agent_thinking never came"],
                        "page": "/runs/bad" } }
                    """));
    assertThat(get("targets/staging").statusCode()).isEqualTo(503);
    assertThat(get("targets").statusCode()).isEqualTo(503);
    assertThat(get("").statusCode()).isEqualTo(503);
    assertThat(get("targets/production").statusCode()).isEqualTo(200);
  }

  @Test
  void answersADegradedTargetWith200() throws Exception {
    finish(SampleRuns.late(staging, "a", NOON), SampleRuns.passed(production, "b", NOON));

    assertThat(get("targets/staging/golden-path").statusCode()).isEqualTo(200);
    assertThat(status("targets/staging/golden-path")).isEqualTo("DEGRADED");
    assertThat(status("targets/staging")).isEqualTo("DEGRADED");
    assertThat(status("targets")).isEqualTo("DEGRADED");
    assertThat(get("targets").statusCode()).isEqualTo(200);
  }

  @Test
  void weighsDownThenDegradedThenUnknownThenUp() throws Exception {
    finish(SampleRuns.passed(production, "a", NOON));
    assertThat(status("targets")).isEqualTo("UNKNOWN");

    finish(SampleRuns.passed(staging, "b", NOON));
    assertThat(status("targets")).isEqualTo("UP");

    finish(SampleRuns.late(staging, "c", NOON));
    assertThat(status("targets")).isEqualTo("DEGRADED");

    finish(SampleRuns.missing(production, "d", NOON));
    assertThat(status("targets")).isEqualTo("DOWN");
    assertThat(status("")).isEqualTo("DOWN");
  }

  @Test
  void holdsOurOwnFaultAgainstNobody() throws Exception {
    finish(
        SampleRuns.passed(staging, "a", NOON),
        SampleRuns.broken(staging, "b", NOON.plusSeconds(60)));

    assertThat(status("targets/staging")).isEqualTo("UP");
  }

  @Test
  void neverLetsAFailingTargetTouchOurOwnHealth() throws Exception {
    schedule.start();
    finish(SampleRuns.missing(staging, "a", NOON), SampleRuns.refused(production, "b", NOON));

    assertThat(get("liveness").statusCode()).isEqualTo(200);
    assertThat(get("readiness").statusCode()).isEqualTo(200);
    assertThat(status("liveness")).isEqualTo("UP");
    assertThat(get("liveness").body()).doesNotContain("staging", "targets");
    assertThat(get("readiness").body()).doesNotContain("staging", "targets");
  }

  @Test
  void isNotReadyBeforeTheScheduleHasStarted() throws Exception {
    assertThat(get("readiness").statusCode()).isEqualTo(503);
    assertThat(get("readiness").body()).contains("the schedule has not started yet");
    assertThat(get("liveness").statusCode()).isEqualTo(200);
  }

  @Test
  void isNotReadyWhereNothingIsWatched() throws Exception {
    schedule.start();
    board.watching(List.of());

    assertThat(get("readiness").statusCode()).isEqualTo(503);
    assertThat(status("readiness")).isEqualTo("DOWN");
    assertThat(json("").at("/components/schedule/details/why").stringValue())
        .isEqualTo(
            "no target is configured under goldenpath.targets, and the demo platform is off");
    assertThat(get("liveness").statusCode()).isEqualTo(200);
  }

  @Test
  void tellsOfATargetThatTheSettingsNoLongerName() throws Exception {
    schedule.start();
    board.watching(List.of(staging));

    assertThat(get("readiness").statusCode()).isEqualTo(200);
    assertThat(json("").at("/components/schedule/details/probes").intValue()).isOne();
    assertThat(json("").at("/components/schedule/details/removedTargets/0").stringValue())
        .isEqualTo("production");
  }

  @Test
  void isDeadWhenTheTimerHasStopped() throws Exception {
    schedule.start();
    schedule.close();
    nanos.addAndGet(MINUTE);

    assertThat(get("liveness").statusCode()).isEqualTo(503);
    assertThat(get("liveness").body()).contains("the schedule's timer has not ticked for 10 s");
  }

  @Test
  void followsWhatIsWatched() throws Exception {
    assertThat(get("targets/canary").statusCode()).isEqualTo(404);

    board.watching(List.of(SampleRuns.probe("canary")));

    assertThat(get("targets/canary/golden-path").statusCode()).isEqualTo(200);
    assertThat(get("targets/staging").statusCode()).isEqualTo(404);
    assertThat(get("targets/canary/tour").statusCode()).isEqualTo(404);
  }

  private void finish(Run... runs) {
    List.of(runs).forEach(board::finished);
  }

  private String status(String path) throws Exception {
    return json(path).path("status").stringValue("");
  }

  private JsonNode json(String path) throws Exception {
    return new JsonMapper().readTree(get(path).body());
  }

  private HttpResponse<String> get(String path) throws Exception {
    String port = context.getEnvironment().getRequiredProperty("local.server.port");
    URI uri =
        URI.create(
            "http://localhost:" + port + "/actuator/health" + (path.isEmpty() ? "" : "/" + path));
    return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
  }

  /** No configuration by its own annotation, so that a scan of the whole monitor passes it by. */
  @EnableAutoConfiguration
  @ComponentScan
  static class Wiring {}
}
