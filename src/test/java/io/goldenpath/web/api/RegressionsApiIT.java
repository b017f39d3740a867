package io.goldenpath.web.api;

import static io.goldenpath.model.run.SampleRuns.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.ReducedRuns;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.SampleRuns;
import io.goldenpath.web.RawHttpReply;
import io.goldenpath.web.WebApplication;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What changed since a release, as API and pages tell it. */
class RegressionsApiIT {

  private final Probe staging = SampleRuns.probe("staging");
  private final WebApplication application = WebApplication.start().watching(staging);

  @AfterEach
  void stop() {
    application.close();
  }

  @Test
  void tellsWhatVanishedSinceWhichReleaseUntilItIsAccepted() throws Exception {
    runs(0, 60);
    post("{\"target\":\"staging\",\"release\":\"1.8.2\"}");
    assertThat(page("/targets/staging/golden-path")).doesNotContain("learning");
    post("{\"target\":\"staging\",\"release\":\"1.8.3\",\"link\":\"https://ci.example.com/7\"}");

    for (int run = 60; run < 63; run++) {
      application.finished(ReducedRuns.without("agent_thinking", passed(run)));
    }

    String sentence =
        "since 13:00 UTC, release 1.8.3: agent_thinking no longer comes (in 50 of 50 runs before)";
    assertThat(get("/api/regressions").body())
        .contains("\"kind\":\"event_vanished\"", "\"event\":\"agent_thinking\"")
        .contains("\"severity\":\"warning\"", "\"release\":\"1.8.3\"")
        .contains("\"firstRun\":\"run-60\"", "\"lastGoodRun\":\"run-59\"");
    assertThat(get("/api/targets").body()).contains("\"verdict\":\"degraded\"", sentence);
    assertThat(page("/")).contains("staging: " + sentence, "event_vanished");
    assertThat(get("/api/markers").json().at("/markers/0/link").stringValue())
        .isEqualTo("https://ci.example.com/7");
    assertThat(get("/api/markers").json().at("/markers").size()).isEqualTo(2);

    RawHttpReply accepted =
        RawHttpReply.post(application.at("/api/probes/staging/golden-path/baseline"));
    application.finished(ReducedRuns.without("agent_thinking", passed(64)));

    assertThat(accepted.status()).isEqualTo(200);
    assertThat(get("/api/regressions").json().path("regressions").isEmpty()).isTrue();
    assertThat(get("/api/targets").body()).contains("\"verdict\":\"up\"");
    assertThat(page("/targets/staging/golden-path")).contains("learning 1/50");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"target\":\"staging\"}|400|release: expected a printable text of 1 to 200 characters",
        "{\"release\":\"1\"}|400|target: expected a printable text of 1 to 200 characters",
        "{\"target\":\"prod\",\"release\":\"1\"}|404|No target of this name is watched",
        "{\"target\":\"staging\",\"release\":\"1\",\"link\":\"javascript:alert(1)\"}|400|link:"
            + " expected an http or https address",
        "{\"target\":\"staging\",\"release\":\"1\",\"at\":\"2099-01-01T00:00:00Z\"}|400|at:"
            + " expected a time that has passed, or none for now",
        "{\"target\":\"staging\",\"release\":\"1\",\"at\":\"yesterday\"}|400|at: expected a time"
            + " such as",
        "[]|400|expected {",
        "nothing|400|expected {",
      })
  void saysWhatItExpectsOfAMarker(String body, int status, String detail) throws Exception {
    HttpResponse<String> reply = post(body);

    assertThat(reply.statusCode()).isEqualTo(status);
    assertThat(RawHttpReply.json(reply.body()).path("detail").stringValue()).contains(detail);
    assertThat(get("/api/markers").json().path("markers").isEmpty()).isTrue();
  }

  @Test
  void acceptsNothingForAProbeThatIsNotWatched() throws Exception {
    assertThat(RawHttpReply.post(application.at("/api/probes/prod/golden-path/baseline")).status())
        .isEqualTo(404);
    assertThat(RawHttpReply.post(application.at("/api/probes/staging/tour/baseline")).status())
        .isEqualTo(404);
  }

  private void runs(int from, int to) {
    for (int run = from; run < to; run++) {
      application.finished(passed(run));
    }
  }

  private Run passed(int number) {
    return SampleRuns.passed(staging, "run-" + number, NOON.plusSeconds(60L * number));
  }

  private RawHttpReply get(String path) throws IOException {
    return RawHttpReply.get(application.at(path), "Accept: application/json");
  }

  private String page(String path) throws IOException {
    return RawHttpReply.get(application.at(path), "Accept: text/html").body();
  }

  private HttpResponse<String> post(String json) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      URI markers = application.at("/api/markers");
      return client.send(
          HttpRequest.newBuilder(markers)
              .timeout(Duration.ofSeconds(20))
              .header("Content-Type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofString(json))
              .build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }
}
