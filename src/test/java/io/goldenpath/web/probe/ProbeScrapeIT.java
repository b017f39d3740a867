package io.goldenpath.web.probe;

import static io.goldenpath.model.run.SampleRuns.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.RunInfo;
import io.goldenpath.model.run.SampleRuns;
import io.goldenpath.model.run.Trigger;
import io.goldenpath.model.target.Secret;
import io.goldenpath.web.BlockingJourney;
import io.goldenpath.web.RawHttpReply;
import io.goldenpath.web.WebApplication;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Scrapes of a probe that runs every 60 s, and of one that runs on demand. */
class ProbeScrapeIT {

  private static final String STAGING = "/probe?target=staging";
  private static final String ELSEWHERE = "X-Forwarded-For: 203.0.113.7";
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final Probe probe = SampleRuns.probe("staging");
  private final BlockingJourney onDemand = new BlockingJourney("staging");
  private final ExecutorService scrapers = Executors.newVirtualThreadPerTaskExecutor();
  private WebApplication application = WebApplication.start();

  @AfterEach
  void stop() {
    onDemand.release();
    application.close();
    scrapers.shutdownNow();
  }

  @Test
  void tellsTheLastRunWhileItIsYoungerThanEvery() throws Exception {
    application.watching(probe).finished(SampleRuns.passed(probe, "last", NOON));
    application.advance(Duration.ofSeconds(60));
    RawHttpReply reply = get(STAGING);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.header("Content-Type")).startsWith("text/plain;version=0.0.4");
    assertThat(reply.body().lines())
        .contains(
            "probe_success 1",
            "probe_duration_seconds 1.842",
            "goldenpath_probe_age_seconds 58.158",
            "goldenpath_probe_step_seconds{step=\"login\"} 0.041",
            "goldenpath_probe_outcome{outcome=\"passed\"} 1",
            "goldenpath_probe_outcome{outcome=\"failed\"} 0",
            "goldenpath_probe_cause{class=\"no_answer\"} 0")
        .allMatch(line -> line.matches("# (HELP|TYPE) .*|[a-z_]+(\\{.*})? [0-9.]+"));
  }

  @Test
  void wantsANewRunOnceItIsAsOldAsEveryOrNotFreshEnough() throws Exception {
    application.watching(probe).finished(SampleRuns.passed(probe, "last", NOON));

    assertThat(get(STAGING + "&fresh=true").body())
        .startsWith("# the monitor is starting; no run can start yet\n");

    application.advance(Duration.ofSeconds(60).plusMillis(1842));

    assertThat(get(STAGING).body())
        .startsWith("# the monitor is starting; no run can start yet\n")
        .contains("\ngoldenpath_probe_age_seconds 60\n");
  }

  @Test
  void runsAProbeOnDemandForEachScrapeAndWaitsForItsEnd() throws Exception {
    failedBefore();
    Future<RawHttpReply> scrape = scrape(STAGING);
    awaitRun();

    assertThat(application.schedule.inFlight())
        .extracting(RunInfo::trigger)
        .containsExactly(Trigger.SCRAPE);

    onDemand.release();

    assertThat(reply(scrape).body()).contains("\nprobe_success 1\n").doesNotContain("has not");
  }

  @Test
  void joinsTheRunThatIsInFlight() throws Exception {
    failedBefore();
    String id =
        RawHttpReply.post(application.at("/api/probes/staging/golden-path/runs"))
            .json()
            .path("id")
            .stringValue();
    List<Future<RawHttpReply>> scrapes =
        List.of(scrape(STAGING + "&debug=true"), scrape(STAGING + "&debug=true&fresh=true"));
    onDemand.release();

    for (Future<RawHttpReply> scrape : scrapes) {
      assertThat(reply(scrape).body()).contains("run " + id + " passed");
    }
  }

  @Test
  void answersAThousandScrapesWithOneRun() throws Exception {
    failedBefore();
    List<Future<RawHttpReply>> scrapes = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      scrapes.add(scrape(STAGING + "&fresh=true"));
    }
    awaitRun();
    onDemand.release();

    for (Future<RawHttpReply> scrape : scrapes) {
      assertThat(reply(scrape).body()).contains("\nprobe_success 1\n");
    }
    assertThat(RawHttpReply.get(application.at("/api/runs")).json().path("runs").size())
        .isEqualTo(2);
  }

  @Test
  void tellsTheLastRunWhenTheScrapersTimeIsUp() throws Exception {
    failedBefore();
    RawHttpReply reply = get(STAGING, "X-Prometheus-Scrape-Timeout-Seconds: 0.6");

    assertThat(reply.body())
        .matches("(?s)# run \\S+ has not ended within 100 ms\n.*")
        .contains("\nprobe_success 0\n", "\ngoldenpath_probe_cause{class=\"no_answer\"} 1\n");
    assertThat(application.schedule.inFlight()).as("it goes on").hasSize(1);
  }

  @Test
  void tellsTheLastRunWhileTheBudgetIsSpent() throws Exception {
    failedBefore();
    onDemand.release();
    get(STAGING);
    awaitNoRun();

    assertThat(get(STAGING).body())
        .matches("(?s)# no run can start for .*, reason: budget; the target has had manners.*")
        .contains("\nprobe_success 1\n");
  }

  @Test
  void spendsNoLoginForWhoMayNotAct() throws Exception {
    failedBefore();

    for (String header : List.of(ELSEWHERE, "Host: evil.example", "Sec-Fetch-Site: cross-site")) {
      for (String path : List.of(STAGING, STAGING + "&fresh=true")) {
        assertThat(get(path, header).body())
            .startsWith("# a newer run would need the right to act")
            .contains("\nprobe_success 0\n");
      }
    }
    assertThat(application.schedule.inFlight()).isEmpty();
  }

  @Test
  void takesTheTokenFromAnywhere() throws Exception {
    application.close();
    application = WebApplication.startWith(Secret.of("s3cret"));
    failedBefore();

    assertThat(get(STAGING).body()).startsWith("# a newer run would need the right to act");

    onDemand.release();

    assertThat(get(STAGING, ELSEWHERE, "Authorization: Bearer s3cret").body())
        .contains("\nprobe_success 1\n");
  }

  @Test
  void callsSilenceNeitherSuccessNorFailure() throws Exception {
    application.watching(probe);

    assertThat(get(STAGING, ELSEWHERE).body().lines())
        .allMatch(line -> line.startsWith("# "))
        .contains("# no series: no run has ended yet");
  }

  @Test
  void takesModuleForJourney() throws Exception {
    Probe crowd = SampleRuns.isolation("staging", 3);
    application
        .watching(probe, crowd)
        .finished(SampleRuns.stalled(probe, "alone", NOON))
        .finished(SampleRuns.servedSerially(crowd, "crowd", NOON, 3));

    assertThat(get(STAGING).body()).contains("\nprobe_success 0\n");
    assertThat(get(STAGING + "&module=isolation").body()).contains("\nprobe_success 1\n");
    assertThat(get(STAGING + "&journey=isolation").body()).contains("\nprobe_success 1\n");
  }

  @Test
  void saysWhatIsConfiguredToWhoAsksForAnythingElse() throws Exception {
    application.watching(probe);

    for (String query :
        List.of(
            "target=prod",
            "target=staging&module=http_2xx",
            "target=staging&journey=recovery",
            "target=https%3A%2F%2Fstaging.example.com")) {
      RawHttpReply reply = get("/probe?" + query, "Accept: text/plain;version=0.0.4");

      assertThat(reply.status()).as(query).isEqualTo(404);
      assertThat(reply.json().path("detail").stringValue())
          .endsWith("is configured; there are: staging/golden-path");
    }
  }

  @Test
  void refusesWhatItCannotRead() throws Exception {
    failedBefore();

    for (String timeout : List.of("ten", "-1", "NaN", "1e9", "0x10", "10s")) {
      assertThat(get(STAGING, "X-Prometheus-Scrape-Timeout-Seconds: " + timeout).status())
          .as(timeout)
          .isEqualTo(400);
    }
    assertThat(get("/probe").status()).isEqualTo(400);
    assertThat(application.schedule.inFlight()).isEmpty();
  }

  @Test
  void showsAPersonWhatHappened() throws Exception {
    Run run = SampleRuns.quoting(probe, "bad", NOON, "\u001b[31m\nprobe_success 1");
    application.watching(probe).finished(run);
    RawHttpReply reply = get(STAGING + "&debug=true");

    assertThat(reply.header("Content-Type")).startsWith("text/plain");
    assertThat(reply.body())
        .startsWith("staging/golden-path is down: ")
        .contains("\nrun bad failed in 1.84 s, 0 ms ago\n", "\n  error: wrong_answer in answer: ")
        .containsPattern("\n  login +passed +at 0 ms +41 ms +━")
        .containsPattern("\n +\\d+ +\\d+ ms  received  ")
        .contains("\n# TYPE probe_success gauge\nprobe_success 0\n")
        .doesNotContain("\u001b", "\nprobe_success 1");
  }

  @Test
  void keepsWhatItKnewWhenTheMonitorIsAtFault() throws Exception {
    application
        .watching(probe)
        .finished(SampleRuns.passed(probe, "good", NOON))
        .finished(SampleRuns.broken(probe, "broken", NOON.plusSeconds(9)));

    assertThat(get(STAGING).body()).contains("\nprobe_success 1\n");
  }

  @Test
  void keepsNobodyWaitingWhenItEnds() throws Exception {
    failedBefore();
    Future<RawHttpReply> scrape = scrape(STAGING);
    awaitRun();
    application.close();

    assertThat(reply(scrape).body()).contains(" has not ended ", "\nprobe_success 0\n");
  }

  /** The last run of the probe on demand has failed. */
  private void failedBefore() {
    application
        .scheduling(onDemand)
        .finished(SampleRuns.stalled(onDemand.probe(), "before", NOON.minusSeconds(60)));
  }

  private void awaitRun() {
    await().atMost(LIMIT).until(() -> !application.schedule.inFlight().isEmpty());
  }

  private void awaitNoRun() {
    await().atMost(LIMIT).until(() -> application.schedule.inFlight().isEmpty());
  }

  private Future<RawHttpReply> scrape(String path) {
    return scrapers.submit(() -> get(path));
  }

  private static RawHttpReply reply(Future<RawHttpReply> scrape) throws Exception {
    return scrape.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
  }

  private RawHttpReply get(String path, String... headers) throws IOException {
    return RawHttpReply.get(application.at(path), headers);
  }
}
