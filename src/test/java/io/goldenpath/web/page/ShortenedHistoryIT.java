package io.goldenpath.web.page;

import static io.goldenpath.model.run.SampleRuns.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.SampleRuns;
import io.goldenpath.web.WebApplication;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Pages where the history's size leaves no room for what the settings want kept. */
class ShortenedHistoryIT {

  private final Probe staging = SampleRuns.probe("staging");
  private final WebApplication application = WebApplication.start().watching(staging);

  @AfterEach
  void stop() {
    application.close();
  }

  @Test
  void saysSinceWhenGoodRunsAreKept() throws Exception {
    assertThat(page("/")).doesNotContain("goldenpath.history.size");

    application.openHistory();
    for (int run = 50; run > 0; run--) {
      application.finished(
          SampleRuns.passed(staging, "run-" + run, NOON.minus(Duration.ofMinutes(run))));
    }

    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() ->
            assertThat(page("/"))
                .contains("<span>Good runs</span> are kept since <time datetime=\"2026-11-24T1")
                .contains("not for <span>14 days</span>", "goldenpath.history.size"));
    assertThat(page("/targets/staging/golden-path")).contains("<span>Good runs</span> are kept");
  }

  private String page(String path) throws IOException, InterruptedException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(
              HttpRequest.newBuilder(application.at(path)).build(),
              HttpResponse.BodyHandlers.ofString())
          .body();
    }
  }
}
