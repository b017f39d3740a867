package io.goldenpath.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What Alertmanager keeps back by the chart's AlertmanagerConfig, read as the operator reads it.
 */
class InhibitionIT {

  private static final String ALERTS =
      """
      [
        {"labels": {"alertname": "GoldenPathDown", "severity": "critical", %1$s, "class": "login"}},
        {"labels": {"alertname": "GoldenPathNotWatched", "severity": "critical", %1$s}},
        {"labels": {"alertname": "GoldenPathJourneyFailing", "severity": "warning", %2$s, "class": "login"}},
        {"labels": {"alertname": "GoldenPathLeak", "severity": "critical", %1$s}},
        {"labels": {"alertname": "GoldenPathNotWatched", "severity": "critical", %3$s}}
      ]
      """
          .formatted(
              probe("ops", "shop", "golden-path"),
              probe("ops", "shop", "recovery"),
              probe("elsewhere", "shop", "golden-path"));

  @TempDir private Path folder;

  @Test
  void keepsBackWhatAnOutageCausesAndNothingElse() throws IOException, InterruptedException {
    try (ServerProcess alertmanager = start();
        HttpClient http = HttpClient.newHttpClient()) {
      URI alerts = URI.create(alertmanager.base() + "/api/v2/alerts");
      HttpRequest post =
          HttpRequest.newBuilder(alerts)
              .header("Content-Type", "application/json")
              .timeout(Duration.ofSeconds(20))
              .POST(HttpRequest.BodyPublishers.ofString(ALERTS))
              .build();
      assertThat(http.send(post, HttpResponse.BodyHandlers.ofString()).statusCode()).isEqualTo(200);
      HttpRequest get = HttpRequest.newBuilder(alerts).timeout(Duration.ofSeconds(20)).build();

      await()
          .atMost(Duration.ofSeconds(60))
          .untilAsserted(() ->
              assertThat(kept(http.send(get, HttpResponse.BodyHandlers.ofString()).body()))
                  .isEqualTo(
                      Map.of(
                          "ops/GoldenPathDown", "active",
                          "ops/GoldenPathNotWatched", "suppressed",
                          "ops/GoldenPathJourneyFailing", "suppressed",
                          "ops/GoldenPathLeak", "active",
                          "elsewhere/GoldenPathNotWatched", "active")));
    }
  }

  /** The operator adds the object's namespace to both sides of each rule. */
  private ServerProcess start() throws IOException {
    String rules =
        HelmChart.render(Path.of("src/test/chart/good/alerts.yaml"))
            .the(AlertmanagerConfig.class)
            .spec()
            .inhibitRules()
            .stream()
            .map(rule -> rule.alertmanagers(", namespace=\"ops\""))
            .collect(Collectors.joining());
    Path config =
        Files.writeString(
            folder.resolve("alertmanager.yaml"),
            "route: { receiver: nobody }\nreceivers: [ { name: nobody } ]\ninhibit_rules:\n"
                + rules);
    return ServerProcess.start(
        "prometheus-alertmanager",
        folder.resolve("alertmanager.log"),
        "--config.file=" + config,
        "--storage.path=" + folder.resolve("data"),
        "--cluster.listen-address=");
  }

  private static Map<String, String> kept(String body) {
    Map<String, String> states = new TreeMap<>();
    for (JsonNode alert : JsonMapper.shared().readTree(body)) {
      JsonNode labels = alert.path("labels");
      states.put(
          labels.path("namespace").stringValue("") + "/" + labels.path("alertname").stringValue(""),
          alert.path("status").path("state").stringValue(""));
    }
    return states;
  }

  private static String probe(String namespace, String target, String journey) {
    return "\"namespace\": \"%s\", \"target\": \"%s\", \"journey\": \"%s\", \"location\": \"eu\""
        .formatted(namespace, target, journey);
  }
}
