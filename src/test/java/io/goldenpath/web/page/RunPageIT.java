package io.goldenpath.web.page;

import static io.goldenpath.model.run.SampleRuns.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.Frame;
import io.goldenpath.model.run.ReusedLogins;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.SampleFindings;
import io.goldenpath.model.run.SampleRuns;
import io.goldenpath.model.run.SampleUsers;
import io.goldenpath.model.run.ShownUsers;
import io.goldenpath.model.run.Transcript;
import io.goldenpath.model.run.UserRun;
import io.goldenpath.web.RawHttpReply;
import io.goldenpath.web.WebApplication;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The page of a run, as it leaves the server. */
class RunPageIT {

  private final Probe staging = SampleRuns.probe("staging");
  private final WebApplication application = WebApplication.start();

  @AfterEach
  void stop() {
    application.close();
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
        .contains("Last passed run before", "href=\"/runs/good\"")
        .contains("Timing")
        .contains("href=\"/api/runs/bad\"");
  }

  @Test
  void saysHowOldTheTokenOfAReusedLoginIsAndNotThatItWasFast() throws Exception {
    Run run = SampleRuns.passed(staging, "again", NOON);
    application.watching(staging).finished(ReusedLogins.of(run, Duration.ofMillis(29_990)));

    assertThat(page("/runs/again"))
        .contains("aria-label=\"login reused, 29 s old; connect passed")
        .containsSubsequence(
            "class=\"step reused\">", ">login</span>", ">reused, 29 s old</td>", ">connect</span>")
        .doesNotContain("&lt;1 ms");
  }

  @Test
  void marksARunThatReusedATokenWhileLoginsFail() throws Exception {
    Run run = SampleRuns.passed(staging, "good", NOON);
    application.watching(staging).finished(ReusedLogins.of(run, Duration.ofMinutes(3), NOON));

    assertThat(page("/runs/good"))
        .contains("login failing since 12:00 UTC; this run reused a token");
    assertThat(page("/targets/staging/golden-path"))
        .containsPattern("<td class=\"message\">.*login failing since 12:00 UTC; this run reused")
        .containsPattern("<title>.*; login failing since 12:00 UTC; this run");
    assertThat(page("/")).contains("passed in 1.84 s; login failing since 12:00 UTC; this run");
  }

  @Test
  void showsSeveralUsersTogetherAndBothOfALeak() throws Exception {
    Probe crowd = SampleRuns.isolation("staging", 12);
    application.watching(crowd).finished(leaking(crowd, "c1"));

    assertThat(page("/runs/c1"))
        .containsOnlyOnce("class=\"findings\"")
        .contains("12 users at once", "<dt>succeeded</dt><dd>11 of 12</dd>")
        .contains("one after the other: each additional user waits 100 ms longer")
        .contains("<dt>slowest</dt><dd>user 12 in 1.20 s</dd>")
        .contains(
            "href=\"#frame-3-5\"",
            "; of <a class=\"user\" href=\"#user-7\">user 7</a>",
            "href=\"#frame-7-3\"")
        .contains("id=\"frame-3-5\"", "id=\"frame-7-3\"")
        .containsSubsequence("<h2>User 3</h2>", "<h2>User 7</h2>", "<h2>User 12</h2>");
    assertThat(page("/runs/c1").split("open=\"open\"", -1)).hasSize(3);
    assertThat(page("/"))
        .contains("12 of 12 at once connected, 11 of 12 succeeded; slowest user 12 in 1.20 s")
        .contains("The path shown is that of user 3.", "href=\"/runs/c1#frame-7-3\"");
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
    List<UserRun> users =
        IntStream.rangeClosed(1, 1000)
            .mapToObj(slot -> slot <= ShownUsers.MAX ? talkative(slot) : SampleUsers.stalled(slot))
            .toList();
    Finding[] findings =
        IntStream.rangeClosed(1, 1000).mapToObj(SampleFindings::stall).toArray(Finding[]::new);
    application.watching(crowd).finished(SampleRuns.withUsers(crowd, "c1", NOON, users, findings));

    String page = page("/runs/c1");

    assertThat(page.getBytes(StandardCharsets.UTF_8).length).isLessThan(1_500_000);
    assertThat(page)
        .contains("not shown: 950 stalled in events")
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
                List.of(SampleUsers.stalled(1), SampleUsers.answered(2, 500)),
                SampleFindings.stall(1)));

    assertThat(page("/runs/c1")).contains("5 frames were not stored.");
  }

  @Test
  void drawsAReconnectAmongTheEvents() throws Exception {
    Probe recovery = SampleRuns.recovery("staging");
    application.watching(recovery).finished(SampleRuns.unrecovered(recovery, "r1", NOON));

    assertThat(page("/runs/r1"))
        .contains("agent_thinking passed, +443 ms; reconnect failed, 1266 ms; tool_executing")
        .containsSubsequence(">events</span>", ">reconnect</span>", ">close</span>");
  }

  private static Run leaking(Probe crowd, String id) {
    Run run = SampleRuns.servedSerially(crowd, id, NOON, 12);
    return SampleRuns.withUsers(crowd, id, NOON, run.users(), SampleFindings.leak(3, 7));
  }

  /** Somebody with as many and as long frames as are kept at most. */
  private static UserRun talkative(int slot) {
    UserRun user = SampleUsers.stalled(slot);
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

  private String page(String path) throws IOException {
    RawHttpReply reply = RawHttpReply.get(application.at(path), "Accept: text/html");

    assertThat(reply.status()).isEqualTo(200);
    return reply.body();
  }
}
