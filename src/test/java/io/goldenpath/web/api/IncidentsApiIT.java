package io.goldenpath.web.api;

import static io.goldenpath.model.run.SampleRuns.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.SampleRuns;
import io.goldenpath.web.RawHttpReply;
import io.goldenpath.web.WebApplication;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Incidents as programs and people read them. */
class IncidentsApiIT {

  private final Probe staging = SampleRuns.probe("staging");
  private final Probe production = SampleRuns.probe("production");
  private final WebApplication application = WebApplication.start().watching(staging, production);

  @AfterEach
  void stop() {
    application.close();
  }

  @Test
  void tellsAnIncidentFromItsFirstBadRunToTheRecovery() throws Exception {
    application.finished(SampleRuns.missing(staging, "a", NOON));
    application.finished(SampleRuns.stalled(staging, "b", NOON.plusSeconds(60)));
    application.advance(Duration.ofMinutes(2));

    ObjectNode open = (ObjectNode) incidents("").path(0);
    assertThat(open.remove("id").stringValue()).isNotBlank();
    assertThat(open)
        .isEqualTo(
            RawHttpReply.json(
                """
                { "target": "staging", "journey": "golden-path", "state": "open",
                  "severity": "down", "startedAt": "2026-11-24T12:00:00Z",
                  "endedAt": null, "durationSeconds": 120.0, "release": null,
                  "maintenance": null, "acknowledged": null, "causes": [
                    { "kind": "missing_event", "step": "events", "event": "agent_thinking",
                      "message": "agent_thinking never came", "since": "2026-11-24T12:00:00Z",
                      "firstRun": "a" },
                    { "kind": "stalled", "step": "events", "event": null,
                      "message": "nothing came for 1200 ms after agent_thinking",
                      "since": "2026-11-24T12:01:00Z", "firstRun": "b" } ],
                  "badRuns": 2, "firstRun": "a", "lastRun": "b", "runsOfOtherCauses": 0 }
                """));

    application.finished(SampleRuns.passed(staging, "c", NOON.plusSeconds(120)));

    JsonNode over = incidents("").path(0);
    assertThat(over.path("state").stringValue()).isEqualTo("recovered");
    assertThat(over.path("endedAt").stringValue()).isEqualTo("2026-11-24T12:02:01.842Z");
    assertThat(over.path("durationSeconds").doubleValue()).isEqualTo(121.842);
    assertThat(incidents("?open=true")).isEmpty();
  }

  @Test
  void areAcknowledgedByOnePersonForAReason() throws Exception {
    application.finished(SampleRuns.missing(staging, "a", NOON));
    String id = incidents("").path(0).path("id").stringValue();
    String path = "/api/incidents/" + id + "/ack";

    HttpResponse<String> acknowledged = post(path, "{\"who\": \"ann\", \"why\": \"rolled back\"}");

    assertThat(acknowledged.statusCode()).isEqualTo(200);
    assertThat(incidents("").path(0).path("acknowledged"))
        .isEqualTo(
            RawHttpReply.json(
                """
                { "who": "ann", "why": "rolled back", "at": "2026-11-24T12:00:00Z" }
                """));
    assertThat(post(path, "{\"who\": \"ann\"}").statusCode()).isEqualTo(400);
    assertThat(post(path, "[]").statusCode()).isEqualTo(400);
    assertThat(post("/api/incidents/none/ack", "{\"who\": \"ann\", \"why\": \"x\"}").statusCode())
        .isEqualTo(404);

    application.finished(SampleRuns.passed(staging, "b", NOON.plusSeconds(60)));
    assertThat(post(path, "{\"who\": \"ann\", \"why\": \"x\"}").statusCode()).isEqualTo(409);
  }

  @Test
  void listsThemPageByPageFromTheStoreAndFromMemory() throws Exception {
    application.openHistory();
    for (int i = 0; i < 25; i++) {
      Probe probe = i % 5 == 0 ? production : staging;
      application.finished(SampleRuns.missing(probe, "bad-" + i, NOON.plusSeconds(120L * i)));
      application.finished(SampleRuns.passed(probe, "good-" + i, NOON.plusSeconds(120L * i + 60)));
    }

    assertThat(pages("?limit=7")).hasSize(25).startsWith("bad-24").endsWith("bad-0");
    assertThat(pages("?target=production&limit=2"))
        .containsExactly("bad-20", "bad-15", "bad-10", "bad-5", "bad-0");
    assertThat(pages("?journey=recovery")).isEmpty();
    assertThat(pages("?before=2026-11-24T12:04:00Z")).containsExactly("bad-1", "bad-0");
  }

  @Test
  void knowsThoseOfATargetThatIsWatchedNoLonger() throws Exception {
    application.finished(SampleRuns.missing(staging, "a", NOON));
    application.watching(production);

    assertThat(incidents("?target=staging").path(0).path("state").stringValue())
        .isEqualTo("removed");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "?target=nobody|404|No target of this name is watched, and none has had an incident",
        "?journey=stroll|400|journey must be one of [golden-path, isolation, recovery, refusal]",
        "?open=maybe|400|open must be true or false, but is 'maybe'",
        "?limit=0|400|limit must be a number from 1 to 500, but is '0'",
        "?before=yesterday|400|before must be the 'next' of a page, or a time such as 2026-",
        "?state=open|400|Unknown parameter state; expected one of [target, journey, open, limit",
      })
  void saysWhatItExpects(String query, int status, String detail) throws Exception {
    RawHttpReply reply = get(query);

    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.json().path("detail").stringValue()).startsWith(detail);
  }

  @Test
  void areOnThePageOfTheirProbe() throws Exception {
    assertThat(page()).contains("<h2>Incidents</h2>", "None kept since ", ">12:00 UTC</time>.");

    application.advance(Duration.ofMinutes(3));
    application.finished(SampleRuns.missing(staging, "a", NOON));
    assertThat(text(page()))
        .contains("Open since 12:00 UTC, for 3 min and 1 bad run, down: agent_thinking never came")
        .contains("missing_event agent_thinking never came")
        .doesNotContain("None kept");

    application.finished(SampleRuns.stalled(staging, "b", NOON.plusSeconds(60)));
    application.finished(SampleRuns.passed(staging, "c", NOON.plusSeconds(120)));
    String over = page();

    assertThat(over).contains("href=\"/runs/a\"").doesNotContain("Open since");
    assertThat(text(over)).contains("12:00 UTC 12:02 UTC 2 min down 2 missing_event");
  }

  @Test
  void thatAreManyAreTheLastTenOnThePage() throws Exception {
    for (int i = 0; i < 12; i++) {
      application.finished(SampleRuns.missing(staging, "bad-" + i, NOON.plusSeconds(120L * i)));
      application.finished(
          SampleRuns.passed(staging, "good-" + i, NOON.plusSeconds(120L * i + 60)));
    }

    String incidents = page().split("<h2>Incidents</h2>", 2)[1];
    assertThat(incidents)
        .contains("/runs/bad-11\"", "/runs/bad-2\"")
        .doesNotContain("/runs/bad-1\"");
  }

  private List<String> pages(String query) throws IOException {
    List<String> firstRuns = new ArrayList<>();
    JsonNode page = get(query).json();
    add(page, firstRuns);
    while (page.has("next")) {
      page = get(query + "&before=" + page.path("next").stringValue()).json();
      add(page, firstRuns);
    }
    return firstRuns;
  }

  private static void add(JsonNode page, List<String> firstRuns) {
    StreamSupport.stream(page.path("incidents").spliterator(), false)
        .map(incident -> incident.path("firstRun").stringValue())
        .forEach(firstRuns::add);
  }

  private JsonNode incidents(String query) throws IOException {
    return get(query).json().path("incidents");
  }

  private RawHttpReply get(String query) throws IOException {
    return RawHttpReply.get(application.at("/api/incidents" + query), "Accept: application/json");
  }

  private String page() throws IOException {
    return RawHttpReply.get(application.at("/targets/staging/golden-path"), "Accept: text/html")
        .body();
  }

  private static String text(String html) {
    return html.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ").replaceAll(" ([,:.])", "$1");
  }

  private HttpResponse<String> post(String path, String json)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(application.at(path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
  }
}
