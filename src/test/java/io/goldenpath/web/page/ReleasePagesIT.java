package io.goldenpath.web.page;

import static io.goldenpath.model.run.SampleRuns.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.regression.ReleaseMarker;
import io.goldenpath.model.regression.SeenRelease;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.SampleRuns;
import io.goldenpath.web.WebApplication;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Releases on pages. */
class ReleasePagesIT {

  private static final String PROBE = "/targets/staging/golden-path";

  private final Probe staging = SampleRuns.probe("staging");
  private final Run run = SampleRuns.passed(staging, "a", NOON);
  private final WebApplication application = WebApplication.start().watching(staging);

  @AfterEach
  void stop() {
    application.close();
  }

  @Test
  void sayWhichReleaseATargetHasAndSinceWhen() throws Exception {
    application.released(
        new ReleaseMarker("staging", "1.8.3", NOON, URI.create("https://ci.example.com/7")));
    application.finished(run.withRelease(SeenRelease.of("1.8.3")));

    assertThat(page(PROBE))
        .contains("Release <b>1.8.3</b> since", "href=\"https://ci.example.com/7\"")
        .contains("<th scope=\"col\">release</th>", "<td>1.8.3</td>");
    assertThat(page("/runs/a")).contains("<span>release 1.8.3</span>");
  }

  @Test
  void markWhereTheReleaseChanged() throws Exception {
    application.finished(run.withRelease(SeenRelease.of("1.8.2")));
    assertThat(page(PROBE)).doesNotContain("class=\"released\"");

    Run next = SampleRuns.passed(staging, "b", NOON.plusSeconds(60));
    application.finished(next.withRelease(SeenRelease.of("1.8.3")));

    assertThat(page(PROBE)).containsOnlyOnce("<path class=\"released\" d=\"M13 0v40\"");
  }

  @Test
  void sayWhyTheReleaseIsNotKnown() throws Exception {
    application.finished(run.withRelease(SeenRelease.unread("GET /health answered HTTP 500")));

    assertThat(page(PROBE))
        .contains("The release could not be read in the last run: GET /health answered HTTP 500");
    assertThat(page("/runs/a"))
        .contains("The release could not be read: GET /health answered HTTP 500");
  }

  @Test
  void sayNothingWhereNobodyTellsIt() throws Exception {
    application.finished(run);

    assertThat(page(PROBE)).doesNotContain("elease");
    assertThat(page("/runs/a")).doesNotContain("elease");
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
