package io.goldenpath.web.page;

import static io.goldenpath.model.run.SampleRuns.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.SampleLogins;
import io.goldenpath.model.run.SampleRuns;
import io.goldenpath.model.run.SkipReason;
import io.goldenpath.model.run.SkippedRun;
import io.goldenpath.web.RawHttpReply;
import io.goldenpath.web.WebApplication;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages as they leave the server. */
class PagesIT {

  private static final String HOSTILE =
      "</pre><script>alert(1)</script><img src=x onerror=alert(2)>' \" ${7*7} [[${7*7}]] ]]>";

  private final Probe staging = SampleRuns.probe("staging");
  private final WebApplication application = WebApplication.start();

  @AfterEach
  void stop() {
    application.close();
  }

  @Test
  void saysWhatItWaitsForBeforeTheFirstRun() throws Exception {
    application.watching(staging);

    assertThat(page("/"))
        .contains("<title>staging: no run has ended yet</title>")
        .contains("/favicon-unknown.svg")
        .contains("Waiting for the first run to end. Below are its steps.")
        .contains("login waiting; connect waiting; welcome waiting; send waiting; agent_started");
  }

  @Test
  void saysThatNothingIsWatched() throws Exception {
    assertThat(page("/"))
        .contains("Nothing is watched: no target is configured")
        .contains("<code>goldenpath.targets</code>");
  }

  @Test
  void tellsOfATargetThatTheSettingsNoLongerName() throws Exception {
    application.watching(staging, SampleRuns.probe("production"));
    assertThat(page("/")).doesNotContain("Targets removed");

    application.watching(staging);

    assertThat(page("/")).contains("Targets removed", "<span>production</span>, at");
  }

  @Test
  void tellsTheTruthInTitleHeadlineAndIcon() throws Exception {
    application.watching(staging, SampleRuns.probe("production"));
    application.finished(SampleRuns.passed(SampleRuns.probe("production"), "a", NOON));
    application.finished(SampleRuns.passed(staging, "b", NOON));

    assertThat(page("/")).contains("<title>All golden paths work</title>", "/favicon-up.svg");

    application.finished(SampleRuns.missing(staging, "c", NOON.plusSeconds(60)));
    String page = page("/");

    assertThat(page)
        .contains("<title>staging: agent_thinking never came, since 12:01 UTC</title>")
        .contains("/favicon-down.svg");
    assertThat(page.indexOf("id=\"probe-staging-golden-path\""))
        .isLessThan(page.indexOf("id=\"probe-production-golden-path\""));
  }

  @Test
  void saysBesideTheStripWhatWasExpectedAndWhatWasSeen() throws Exception {
    application.watching(staging).finished(SampleRuns.stalled(staging, "a", NOON));

    assertThat(page("/"))
        .contains("tool_executing failed")
        .contains("<dt>expected</dt><dd>the next event within 1200 ms of agent_thinking</dd>")
        .contains("<dt>seen</dt><dd>nothing but heartbeats</dd>");
  }

  @Test
  void saysThatTheLastRunBrokeOnOurSide() throws Exception {
    application
        .watching(staging)
        .finished(SampleRuns.passed(staging, "a", NOON))
        .finished(SampleRuns.broken(staging, "b", NOON.plusSeconds(60)));

    assertThat(page("/"))
        .contains("<title>All golden paths work</title>")
        .contains("the last run is broken (monitor fault) and not counted");
  }

  @Test
  void saysOnTheCardWhyAProbeIsDownWhoseLastRunWasGood() throws Exception {
    Probe worse = SampleRuns.probe("a-worse-one");
    application.watching(worse, staging).finished(SampleRuns.missing(worse, "a", NOON));
    application.finished(
        SampleLogins.run(staging, NOON, SampleLogins.refused(NOON, 1), SampleLogins.refusal(1)));
    application.finished(SampleLogins.run(staging, NOON, SampleLogins.reused(1)));

    assertThat(page("/"))
        .contains("<p class=\"why\">login failing since 12:00 UTC: The login refused user 1</p>");
  }

  @Test
  void saysHowManyRunsAreSkippedAndWhichKeyChangesThatUntilNothingIsKnown() throws Exception {
    SkippedRun spent = new SkippedRun(SkipReason.BUDGET, "manners.logins is spent; raise it", null);
    application.watching(staging).finished(SampleRuns.passed(staging, "a", NOON));
    application.skipped(staging, spent).skipped(staging, spent);

    assertThat(page("/"))
        .contains("<title>All golden paths work</title>")
        .contains(
            "2 of the last 3 due runs skipped (budget): manners.logins is spent; raise it</td>");
    application.advance(Duration.ofMinutes(16));

    assertThat(page("/"))
        .containsPattern(
            "<title>staging: no valid run .* manners.logins is spent; raise it</title>")
        .containsPattern("<p class=\"why\">No verdict: .* manners.logins is spent; raise it</p>");
  }

  @Test
  void saysOnARunsPageThatTheMonitorStoodStill() throws Exception {
    application
        .watching(staging)
        .finished(SampleRuns.passed(staging, "a", NOON))
        .finished(
            SampleRuns.passed(staging, "b", NOON.plusSeconds(60))
                .withStalled(Duration.ofMillis(412)));

    assertThat(page("/runs/a")).doesNotContain("stood still");
    assertThat(page("/runs/b")).contains("The monitor itself stood still for 412 ms in this run");
  }

  @Test
  void listsTheRunsOfAProbe() throws Exception {
    application
        .watching(staging)
        .finished(SampleRuns.passed(staging, "good", NOON))
        .finished(SampleRuns.missing(staging, "bad", NOON.plusSeconds(60)));

    assertThat(page("/targets/staging/golden-path"))
        .contains("Recent runs", "href=\"/runs/good\"", "href=\"/runs/bad\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/targets/staging/golden-path", "/runs/a"})
  void showsWhatATargetWroteAsTextOnly(String path) throws Exception {
    application.watching(staging).finished(SampleRuns.quoting(staging, "a", NOON, HOSTILE));

    assertThat(page(path))
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;", "${7*7}")
        .doesNotContain("<script>alert", "<img src=x");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/runs/nix", "/targets/nobody/golden-path", "/targets/staging/tour", "/x"})
  void answersUnknownAddressesWithAPage(String path) throws Exception {
    RawHttpReply reply =
        RawHttpReply.get(application.watching(staging).at(path), "Accept: text/html");

    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.header("Content-Type")).startsWith("text/html");
    assertThat(reply.body()).contains("All golden paths</a>").doesNotContain("Whitelabel");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/page.css", "/page.js", "/runs/nix", "/api/targets"})
  void letsBrowsersLoadNothingFromElsewhere(String path) throws Exception {
    RawHttpReply reply = RawHttpReply.get(application.at(path));

    assertThat(reply.header("Content-Security-Policy"))
        .startsWith("default-src 'none';")
        .contains("script-src 'self'", "frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(reply.header("Cache-Control")).isEqualTo("no-cache");
  }

  @Test
  void neverTellsABrowserThatAnOlderVersionsStylesAreStillGood() throws Exception {
    assertThat(RawHttpReply.get(application.at("/page.css")).headers())
        .doesNotContainKey("last-modified");
  }

  private String page(String path) throws IOException {
    RawHttpReply reply = RawHttpReply.get(application.at(path), "Accept: text/html");

    assertThat(reply.status()).isEqualTo(200);
    return reply.body();
  }
}
