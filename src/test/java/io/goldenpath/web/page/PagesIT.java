package io.goldenpath.web.page;

import static io.goldenpath.model.run.SampleRuns.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.Frame;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.SampleRuns;
import io.goldenpath.model.run.Transcript;
import io.goldenpath.model.run.UserRun;
import io.goldenpath.web.RawHttpReply;
import io.goldenpath.web.WebApplication;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
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
        .contains("Waiting for the first run to end. Below is the path that it walks.")
        .contains("login waiting; connect waiting; welcome waiting; send waiting; agent_started");
  }

  @Test
  void saysThatNothingIsWatched() throws Exception {
    assertThat(page("/"))
        .contains("Nothing is watched: no target is configured")
        .contains("<code>goldenpath.targets</code>");
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
        .contains("The last run broke on our side and counts for nothing");
  }

  @Test
  void showsARunWithItsFramesAndTheLastGoodOne() throws Exception {
    application
        .watching(staging)
        .finished(SampleRuns.passed(staging, "good", NOON))
        .finished(SampleRuns.missing(staging, "bad", NOON.plusSeconds(60)));

    assertThat(page("/runs/bad"))
        .contains("<title>staging failed: agent_thinking never came</title>")
        .contains("missing_event")
        .contains("id=\"frame-1-4\"", "href=\"#frame-1-4\"")
        .contains("Last good run", "href=\"/runs/good\"")
        .contains("Where the time went")
        .contains("href=\"/api/runs/bad\"");
  }

  @Test
  void showsSeveralUsersTogetherAndBothOfALeak() throws Exception {
    Probe crowd = SampleRuns.isolation("staging", 12);
    application.watching(crowd).finished(leaking(crowd, "c1"));

    assertThat(page("/runs/c1"))
        .containsOnlyOnce("class=\"findings\"")
        .contains("12 users at once", "<dt>succeeded</dt><dd>11 of 12</dd>")
        .contains("one after the other: each further user waited 100 ms longer")
        .contains("<dt>slowest</dt><dd>user 12 in 1.20 s</dd>")
        .contains("href=\"#frame-3-5\"", "; of user 7", "href=\"#frame-7-3\"")
        .contains("id=\"frame-3-5\"", "id=\"frame-7-3\"")
        .containsSubsequence("<h2>User 3</h2>", "<h2>User 7</h2>", "<h2>User 12</h2>");
    assertThat(page("/runs/c1").split("<details open=\"open\">", -1)).hasSize(3);
    assertThat(page("/"))
        .contains("12 of 12 at once connected, 11 of 12 succeeded; slowest user 12 in 1.20 s")
        .contains("Drawn is the path of user 3.", "href=\"/runs/c1#frame-7-3\"");
  }

  @Test
  void marksALeakInTheFramesOfBothUsers() throws Exception {
    Probe crowd = SampleRuns.isolation("staging", 12);
    application.watching(crowd).finished(leaking(crowd, "c1"));

    assertThat(page("/runs/c1").split("user 3 was shown the code of user 7</span></li>", -1))
        .hasSize(3);
  }

  @Test
  void staysSmallAndQuickForAThousandUsersOfWhomAllHaveTrouble() throws Exception {
    Probe crowd = SampleRuns.isolation("staging", 1000);
    List<UserRun> users = IntStream.rangeClosed(1, 1000).mapToObj(PagesIT::talkative).toList();
    Finding[] findings =
        IntStream.rangeClosed(1, 1000).mapToObj(SampleRuns::stallFinding).toArray(Finding[]::new);
    application.watching(crowd).finished(SampleRuns.withUsers(crowd, "c1", NOON, users, findings));

    String page = page("/runs/c1");

    assertThat(page.getBytes(StandardCharsets.UTF_8).length).isLessThan(1_000_000);
    assertThat(page)
        .contains("Besides these 950 stalled in events.")
        .contains("980 more users are not shown: 0 got an answer, 980 did not.")
        .contains("390 more frames are in the JSON");
    assertThat(page("/").getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(100_000);
  }

  @Test
  void saysOfWhomNoFramesWereKept() throws Exception {
    Probe crowd = SampleRuns.isolation("staging", 2);
    application
        .watching(crowd)
        .finished(
            SampleRuns.withUsers(
                crowd,
                "c1",
                NOON,
                List.of(SampleRuns.stalledUser(1), SampleRuns.answeredUser(2, 500)),
                SampleRuns.stallFinding(1)));

    assertThat(page("/runs/c1")).contains("5 frames were counted and not kept");
  }

  @Test
  void drawsAReconnectAmongTheEvents() throws Exception {
    Probe recovery = SampleRuns.recovery("staging");
    application.watching(recovery).finished(SampleRuns.unrecovered(recovery, "r1", NOON));

    assertThat(page("/runs/r1"))
        .contains("agent_thinking passed, +443 ms; reconnect failed, 1266 ms; tool_executing")
        .containsSubsequence(
            "<th scope=\"row\">events</th>", "<th scope=\"row\">reconnect</th>", ">close</th>");
  }

  private static Run leaking(Probe crowd, String id) {
    Run run = SampleRuns.servedSerially(crowd, id, NOON, 12);
    return SampleRuns.withUsers(crowd, id, NOON, run.users(), SampleRuns.leakFinding(3, 7));
  }

  /** Somebody with as many and as long frames as are kept at most. */
  private static UserRun talkative(int slot) {
    UserRun user = SampleRuns.stalledUser(slot);
    String text = "{\"type\":\"agent_thinking\",\"thought\":\"" + "\"<&\u00e4".repeat(2000);
    List<Frame> frames =
        IntStream.rangeClosed(1, 400)
            .mapToObj(i ->
                new Frame(i, Frame.Direction.RECEIVED, SampleRuns.millis(i), text.length(), text))
            .toList();
    return new UserRun(
        slot,
        user.steps(),
        user.connectPhases(),
        user.events(),
        new Transcript(frames, 0),
        user.expiry());
  }

  @Test
  void listsTheRunsOfAProbe() throws Exception {
    application
        .watching(staging)
        .finished(SampleRuns.passed(staging, "good", NOON))
        .finished(SampleRuns.missing(staging, "bad", NOON.plusSeconds(60)));

    assertThat(page("/targets/staging/golden-path"))
        .contains("Runs that are kept", "href=\"/runs/good\"", "href=\"/runs/bad\"");
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
