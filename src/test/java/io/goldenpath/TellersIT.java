package io.goldenpath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.goldenpath.demo.DemoFault;
import io.goldenpath.demo.DemoPlatform;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Metrics, health, page and JSON say the same of a platform that breaks and recovers. */
class TellersIT {

  private final DemoPlatform platform = DemoPlatform.start(0);
  private final LiveMonitor monitor =
      LiveMonitor.watching(Map.of("staging", platform), "goldenpath.demo.enabled=true");
  private final HttpClient client = HttpClient.newHttpClient();

  @AfterEach
  void stop() {
    client.close();
    monitor.close();
    platform.close();
  }

  @Test
  void agreeOnAMissingEventAndOnItsReturn() {
    tellVerdict("up", 200, "1.0");

    platform.faults().switchOn(DemoFault.NO_AGENT_THINKING);

    tellVerdict("down", 503, "0.0");
    assertThat(get("/").body())
        .containsPattern("<title>staging: agent_thinking never came.*, since .* UTC</title>");
    assertThat(get("/actuator/health/targets/staging/golden-path").body())
        .contains("missing_event in events: agent_thinking never came");
    assertThat(get("/actuator/prometheus").body())
        .containsPattern(
            "goldenpath_findings_total\\{.*kind=\"missing_event\".*target=\"staging\"} [1-9]");
    assertThat(get("/actuator/health/liveness").statusCode()).isEqualTo(200);
    assertThat(get("/actuator/health/readiness").statusCode()).isEqualTo(200);

    platform.faults().switchOff();

    tellVerdict("up", 200, "1.0");
  }

  @Test
  void refuseStrangersTheSwitchOfTheDemosFaultsAndSayWhy() throws Exception {
    HttpResponse<String> reply =
        client.send(
            HttpRequest.newBuilder(monitor.at("/demo/faults"))
                .header("X-Forwarded-For", "203.0.113.7")
                .POST(HttpRequest.BodyPublishers.ofString("{\"fault\":\"slow\"}"))
                .build(),
            HttpResponse.BodyHandlers.ofString());

    assertThat(reply.statusCode()).isEqualTo(403);
    assertThat(reply.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(reply.body()).contains("POST is refused from beyond loopback");
  }

  private void tellVerdict(String verdict, int health, String success) {
    await()
        .atMost(Duration.ofSeconds(40))
        .untilAsserted(() -> {
          assertThat(get("/api/targets").body())
              .containsPattern("\"target\":\"staging\"[^}]*\"verdict\":\"" + verdict + "\"");
          assertThat(get("/actuator/health/targets/staging").statusCode()).isEqualTo(health);
          assertThat(get("/actuator/prometheus").body())
              .contains(
                  "probe_success{journey=\"golden-path\",location=\"local\",target=\"staging\"} "
                      + success);
        });
  }

  private HttpResponse<String> get(String path) {
    try {
      return client.send(
          HttpRequest.newBuilder(monitor.at(path)).header("Accept", "*/*").build(),
          HttpResponse.BodyHandlers.ofString());
    } catch (IOException | InterruptedException failure) {
      throw new AssertionError(failure);
    }
  }
}
