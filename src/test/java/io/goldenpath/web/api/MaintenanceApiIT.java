package io.goldenpath.web.api;

import static io.goldenpath.model.run.SampleRuns.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.probe.MaintenanceWindow;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.SampleRuns;
import io.goldenpath.model.run.ServiceLevels;
import io.goldenpath.web.RawHttpReply;
import io.goldenpath.web.WebApplication;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Maintenance as API and pages tell it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MaintenanceApiIT {

  private final Probe staging = SampleRuns.probe("staging");
  private final Probe planned =
      ServiceLevels.with(
          SampleRuns.probe("planned"),
          new MaintenanceWindow(NOON.plusSeconds(600), NOON.plusSeconds(4200), "new disk"));
  private final WebApplication application = WebApplication.start();

  @BeforeEach
  void watch() {
    application.watching(staging, planned);
  }

  @AfterAll
  void stop() {
    application.close();
  }

  @Test
  void isAskedForShownAndEnded() throws Exception {
    application.finished(SampleRuns.passed(staging, "before", NOON.minusSeconds(60)));
    application.finished(SampleRuns.passed(planned, "other", NOON.minusSeconds(60)));
    HttpResponse<String> reply =
        post(
            """
            {"target":"staging","until":"2026-11-24T15:00:00+01:00","why":"<patch> window"}
            """);
    String address = reply.headers().firstValue("Location").orElseThrow();
    application.finished(SampleRuns.missing(staging, "during", NOON));

    assertThat(reply.statusCode()).isEqualTo(201);
    JsonNode begun = RawHttpReply.json(reply.body());
    assertThat(begun.path("target").stringValue()).isEqualTo("staging");
    assertThat(begun.path("from").stringValue()).isEqualTo("2026-11-24T12:00:00Z");
    assertThat(begun.path("until").stringValue()).isEqualTo("2026-11-24T14:00:00Z");
    assertThat(begun.path("active").booleanValue()).isTrue();
    assertThat(begun.path("stored").booleanValue()).isFalse();
    assertThat(address).isEqualTo("/api/maintenance/" + begun.path("id").stringValue());
    assertThat(page("/"))
        .contains("All golden paths work (1 in maintenance)", "muted to ")
        .contains("14:00 UTC", "&lt;patch&gt; window");
    assertThat(page("/targets/staging/golden-path"))
        .contains("In maintenance", "14:00 UTC", "&lt;patch&gt; window")
        .contains("A restart ends it: it is in memory alone while the history cannot be written.");
    assertThat(get("/api/runs/during").path("maintenance").stringValue())
        .isEqualTo("<patch> window");
    assertThat(get("/api/runs/before").has("maintenance")).isFalse();
    assertThat(page("/runs/during")).contains("In maintenance: &lt;patch&gt; window");
    assertThat(page("/targets/staging/golden-path"))
        .contains("All golden paths work (in maintenance)", "schedule, maintenance");
    assertThat(get("/api/targets").toString()).contains("\"verdict\":\"up\"");

    assertThat(delete(address)).isEqualTo(204);
    assertThat(delete(address)).isEqualTo(404);

    assertThat(page("/"))
        .contains("All golden paths work<")
        .doesNotContain("(1 in maintenance)", "muted to");
    assertThat(get("/api/maintenance").path("maintenance").size()).isEqualTo(1);
  }

  @Test
  void showsWhatTheSettingsPlan() throws Exception {
    JsonNode next = get("/api/maintenance").at("/maintenance/0");

    assertThat(next.path("target").stringValue()).isEqualTo("planned");
    assertThat(next.path("journey").stringValue()).isEqualTo("golden-path");
    assertThat(next.path("from").stringValue()).isEqualTo("2026-11-24T12:10:00Z");
    assertThat(next.path("why").stringValue()).isEqualTo("new disk");
    assertThat(next.path("active").booleanValue()).isFalse();
    assertThat(next.has("id")).isFalse();
    assertThat(page("/targets/planned/golden-path"))
        .contains("Next maintenance: <time", "12:10 UTC", "13:10 UTC", "new disk");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"until\":\"2026-11-24T13:00:00Z\",\"why\":\"x\"}|400|target: expected a printable text"
            + " of 1 to 200 characters",
        "{\"target\":\"staging\",\"until\":\"2026-11-24T13:00:00Z\"}|400|why: expected a printable"
            + " text of 1 to 200 characters",
        "{\"target\":\"staging\",\"why\":\"x\"}|400|until: expected the time of its end",
        "{\"target\":\"staging\",\"until\":\"2026-11-24T12:00:00Z\",\"why\":\"x\"}|400|until:"
            + " expected a time to come, but 2026-11-24T12:00:00Z is past",
        "{\"target\":\"staging\",\"until\":\"2026-12-24T12:00:00Z\",\"why\":\"x\"}|400|until:"
            + " expected at most 14 days from now",
        "{\"target\":\"staging\",\"until\":\"tonight\",\"why\":\"x\"}|400|until: expected a time"
            + " such as",
        "{\"target\":\"prod\",\"until\":\"2026-11-24T13:00:00Z\",\"why\":\"x\"}|404|No target or"
            + " probe of this name is watched",
        "{\"target\":\"staging\",\"journey\":\"recovery\",\"until\":\"2026-11-24T13:00:00Z\",\"why\":\"x\"}|404|No"
            + " target or probe of this name is watched",
        "{\"target\":\"staging\",\"journey\":\"tour\",\"until\":\"2026-11-24T13:00:00Z\",\"why\":\"x\"}|404|There"
            + " is no journey of this name",
        "nothing|400|expected {",
      })
  void saysWhatItExpects(String body, int status, String detail) throws Exception {
    HttpResponse<String> reply = post(body);

    assertThat(reply.statusCode()).isEqualTo(status);
    assertThat(RawHttpReply.json(reply.body()).path("detail").stringValue()).contains(detail);
    assertThat(get("/api/maintenance").path("maintenance").size()).isEqualTo(1);
  }

  @Test
  void isBegunAndEndedByNobodyFromElsewhere() throws Exception {
    String elsewhere = "X-Forwarded-For: 203.0.113.7";

    assertThat(RawHttpReply.post(application.at("/api/maintenance"), elsewhere).status())
        .isEqualTo(403);
    assertThat(
            RawHttpReply.send("DELETE", application.at("/api/maintenance/a"), elsewhere).status())
        .isEqualTo(403);
  }

  private JsonNode get(String path) throws IOException {
    return RawHttpReply.get(application.at(path), "Accept: application/json").json();
  }

  private String page(String path) throws IOException {
    return RawHttpReply.get(application.at(path), "Accept: text/html").body();
  }

  private int delete(String path) throws IOException {
    return RawHttpReply.send("DELETE", application.at(path)).status();
  }

  private HttpResponse<String> post(String json) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      URI maintenance = application.at("/api/maintenance");
      return client.send(
          HttpRequest.newBuilder(maintenance)
              .timeout(Duration.ofSeconds(20))
              .header("Content-Type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofString(json))
              .build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }
}
