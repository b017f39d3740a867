package io.goldenpath.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.goldenpath.model.finding.Evidence;
import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.finding.Step;
import io.goldenpath.web.BlockingJourney;
import io.goldenpath.web.RawHttpReply;
import io.goldenpath.web.WebApplication;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Runs that somebody asks for. */
class ProbesApiIT {

  private static final String RUNS = "/api/probes/staging/golden-path/runs";

  private final BlockingJourney journey = new BlockingJourney("staging");
  private final WebApplication application = WebApplication.start().scheduling(journey);

  @AfterEach
  void stop() {
    application.close();
  }

  @Test
  void startsARunAndSaysWhereItIs() throws Exception {
    RawHttpReply started = RawHttpReply.post(application.at(RUNS));
    String id = started.json().path("id").stringValue();

    assertThat(started.status()).isEqualTo(202);
    assertThat(started.header("Location")).isEqualTo("/api/runs/" + id);

    RawHttpReply run = RawHttpReply.get(application.at("/api/runs/" + id));

    assertThat(run.status()).isEqualTo(200);
    assertThat(run.json().path("outcome").isNull()).isTrue();
    assertThat(run.json().path("trigger").stringValue()).isEqualTo("request");
    assertThat(run.json().path("users").isEmpty()).isTrue();
    assertThat(RawHttpReply.get(application.at("/api/runs")).json().at("/runs/0/id").stringValue())
        .isEqualTo(id);
    assertThat(
            RawHttpReply.get(application.at("/api/targets"))
                .json()
                .at("/targets/0/runInFlight")
                .asString())
        .isEqualTo(id);
    assertThat(RawHttpReply.get(application.at("/runs/" + id), "Accept: text/html").body())
        .contains("staging: run in progress");
  }

  @Test
  void startsNoSecondRunBesideTheFirst() throws Exception {
    String id = RawHttpReply.post(application.at(RUNS)).json().path("id").stringValue();

    RawHttpReply second = RawHttpReply.post(application.at(RUNS));

    assertThat(second.status()).isEqualTo(409);
    assertThat(Integer.parseInt(second.header("Retry-After"))).isBetween(30, 40);
    assertThat(second.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(second.json().path("detail").stringValue())
        .isEqualTo("Run " + id + " of this probe is in flight");
    assertThat(RawHttpReply.get(application.at("/api/runs")).json().path("runs").size())
        .isEqualTo(1);
  }

  @Test
  void refusesToSpendMoreThanTheBudget() throws Exception {
    RawHttpReply.post(application.at(RUNS));
    journey.release();
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(application.schedule.inFlight()).isEmpty());

    RawHttpReply second = RawHttpReply.post(application.at(RUNS));

    assertThat(second.status()).isEqualTo(429);
    assertThat(Integer.parseInt(second.header("Retry-After"))).isBetween(30, 62);
    assertThat(second.json().path("detail").stringValue())
        .matches(
            "No run can start for \\d+(\\.\\d+)? s, reason: budget; the target has had manners.connects .*");
  }

  @Test
  void refusesToDisturbATargetThatAskedToBeLeftAlone() throws Exception {
    RawHttpReply.post(application.at(RUNS));
    journey.release(
        Finding.of(
            FindingKind.SHED,
            Step.LOGIN,
            1,
            "come back later",
            new Evidence(
                "a login",
                "none",
                Duration.ofSeconds(1),
                List.of(),
                null,
                false,
                Duration.ofSeconds(300))));
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(application.schedule.inFlight()).isEmpty());

    RawHttpReply second = RawHttpReply.post(application.at(RUNS));

    assertThat(second.status()).isEqualTo(429);
    assertThat(Integer.parseInt(second.header("Retry-After"))).isBetween(200, 300);
    assertThat(second.json().path("detail").stringValue())
        .contains("reason: backing_off; the target asked to be left alone for 5 min (Retry-After)");
  }

  @Test
  void knowsOnlyWhatIsWatched() throws Exception {
    RawHttpReply target = RawHttpReply.post(application.at("/api/probes/prod/golden-path/runs"));
    RawHttpReply journeyless = RawHttpReply.post(application.at("/api/probes/staging/tour/runs"));

    assertThat(target.status()).isEqualTo(404);
    assertThat(target.json().path("detail").stringValue())
        .isEqualTo("No probe of this name is watched");
    assertThat(journeyless.status()).isEqualTo(404);
  }

  @Test
  void asksToComeAgainWhileTheMonitorStarts() throws Exception {
    try (WebApplication starting = WebApplication.start()) {
      RawHttpReply reply = RawHttpReply.post(starting.at(RUNS));

      assertThat(reply.status()).isEqualTo(503);
      assertThat(reply.header("Retry-After")).isEqualTo("1");
      assertThat(reply.json().path("detail").stringValue())
          .isEqualTo("The monitor is starting; no run can start yet");
    }
  }

  @Test
  void startsNothingOnAGet() throws Exception {
    RawHttpReply reply = RawHttpReply.get(application.at(RUNS), "Accept: application/json");

    assertThat(reply.status()).isEqualTo(405);
    assertThat(reply.header("Allow")).isEqualTo("POST");
    assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(application.schedule.inFlight()).isEmpty();
  }
}
