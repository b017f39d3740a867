package io.goldenpath.web.run;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.goldenpath.model.run.SampleRuns.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.goldenpath.model.http.HttpExchange;
import io.goldenpath.model.http.HttpHeaderLines;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.EventArrival;
import io.goldenpath.model.run.Frame;
import io.goldenpath.model.run.ReusedLogins;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.SampleFindings;
import io.goldenpath.model.run.SampleRuns;
import io.goldenpath.model.run.Transcript;
import io.goldenpath.model.run.UserRun;
import io.goldenpath.web.Chromium;
import io.goldenpath.web.RawHttpReply;
import io.goldenpath.web.WebApplication;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The page of a run in a browser: all kinds of runs, by keyboard, on phones and by night. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RunPageBrowserIT {

  private final Probe staging = SampleRuns.probe("staging");
  private final Probe crowd = SampleRuns.isolation("crowd", 2);
  private final Probe recovery = SampleRuns.recovery("cut");

  @SuppressWarnings("NullAway.Init")
  private Chromium chromium;

  @SuppressWarnings("NullAway.Init")
  private WebApplication application;

  @BeforeAll
  void open() {
    chromium = Chromium.open();
    Run queue = SampleRuns.servedSerially(crowd, "leak", NOON, 2);
    application =
        WebApplication.start()
            .watching(staging, crowd, recovery)
            .finished(withExchanges(SampleRuns.passed(staging, "passed", NOON)))
            .finished(
                ReusedLogins.of(
                    withExchanges(SampleRuns.passed(staging, "again", NOON.plusSeconds(60))),
                    Duration.ofSeconds(61)))
            .finished(withExchanges(SampleRuns.missing(staging, "missing", NOON.plusSeconds(120))))
            .finished(withExchanges(SampleRuns.stalled(staging, "stalled", NOON.plusSeconds(180))))
            .finished(SampleRuns.refused(staging, "refused", NOON.plusSeconds(240)))
            .finished(SampleRuns.broken(staging, "broken", NOON.plusSeconds(300)))
            .finished(
                SampleRuns.withUsers(crowd, "leak", NOON, queue.users(), SampleFindings.leak(1, 2)))
            .finished(SampleRuns.recovered(recovery, "recovered", NOON))
            .finished(SampleRuns.unrecovered(recovery, "cut", NOON.plusSeconds(60)))
            .finished(long2000());
  }

  @AfterAll
  void close() {
    if (chromium != null) {
      chromium.close();
    }
    application.close();
  }

  static Stream<Arguments> views() {
    List<String> runs =
        List.of(
            "passed",
            "again",
            "missing",
            "stalled",
            "refused",
            "broken",
            "leak",
            "recovered",
            "cut");
    return runs.stream()
        .flatMap(run ->
            Stream.of(360, 768, 1280)
                .filter(width ->
                    Boolean.getBoolean("thorough")
                        || width == 360 + 408 * (run.length() % 2)
                        || (width == 1280 && run.equals("stalled")))
                .map(width ->
                    Arguments.of(
                        run,
                        width,
                        (run.length() + width) % 3 == 0 ? ColorScheme.DARK : ColorScheme.LIGHT)));
  }

  @ParameterizedTest
  @MethodSource("views")
  void fitsTheWindowAndComplainsOfNothing(String run, int width, ColorScheme scheme) {
    Page page = visit("/runs/" + run, width, scheme);

    assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
        .isLessThanOrEqualTo(width);
    assertThat(page.locator("h1")).hasCount(1);
    assertThat(chromium.complaints()).isEmpty();
    String pictures = System.getProperty("pictures");
    if (pictures != null) {
      page.screenshot(
          new Page.ScreenshotOptions()
              .setFullPage(true)
              .setPath(Path.of(pictures, run + "-" + width + "-" + scheme + ".png")));
    }
    page.context().close();
  }

  @Test
  void leadsFromARedRowToTheFailingFrameByKeyboardAlone() {
    Page page = visit("/runs/missing", 1280, ColorScheme.LIGHT);

    page.locator(".timeline .missing .blame").focus();
    page.keyboard().press("Enter");
    assertThat(page.locator(".finding:target")).containsText("agent_thinking never came");
    for (int i = 0; i < 20 && !page.url().contains("#frame-"); i++) {
      page.keyboard().press("Tab");
      if ((boolean) page.evaluate("document.activeElement.matches('.links a')")) {
        page.keyboard().press("Enter");
      }
    }

    assertThat(page.locator(".frame:target details")).hasAttribute("open", "");
    assertThat(page.locator(".frame:target summary")).isFocused();
    assertThat(page.locator(".frame:target .notes")).containsText("agent_thinking never came");
    page.keyboard().press("j");
    assertThat(page.locator("#frame-1-5 summary")).isFocused();
    page.keyboard().press("Enter");
    assertThat(page.locator("#frame-1-5 pre")).containsText("\"type\": \"agent_thinking\"");
    page.keyboard().press("k");
    assertThat(page.locator("#frame-1-4 summary")).isFocused();
    page.keyboard().press("/");
    page.keyboard().type("user_message");
    assertThat(page.locator(".frame:visible")).hasCount(1);
    assertThat(page.locator(".matches")).hasText("1 found");
    page.context().close();
  }

  @Test
  void showsWhatAFilterAsksForEvenWithoutScripts() {
    Page page = visit("/runs/missing", 1280, ColorScheme.LIGHT);

    page.locator("input[value=sent]").check(new Locator.CheckOptions().setForce(true));
    assertThat(page.locator(".frame:visible")).hasCount(1);
    page.locator("input[value=http]").check(new Locator.CheckOptions().setForce(true));
    assertThat(page.locator(".frame:visible")).hasCount(2);
    page.locator("input[value=ping]").check(new Locator.CheckOptions().setForce(true));
    assertThat(page.locator(".frame:visible")).hasCount(1);
    page.context().close();
  }

  @Test
  void leadsToTheRunsAroundAndComparesWithAnyOther() throws Exception {
    String page = page("/runs/missing");

    assertThat(page)
        .contains("href=\"/runs/again\" rel=\"prev\"", "href=\"/runs/stalled\" rel=\"next\"")
        .contains("golden-path check staging --journey golden-path")
        .contains("Last passed run before", "zero=start");
    assertThat(page("/runs/missing?compare=passed&zero=start"))
        .contains("Compared with", "href=\"/runs/missing?compare=passed\"");
    assertThat(page("/runs/missing?compare=nobody")).contains("href=\"/runs/again\"");
  }

  @Test
  void drawsEachOfTwoThousandFramesInLittle() throws Exception {
    String page = page("/runs/long");

    assertThat(page.split("class=\"frame ", -1)).hasSize(2001);
    assertThat(page.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(2_000 * 1_500);
  }

  @Test
  void handsOutAnArchive() throws Exception {
    RawHttpReply reply = RawHttpReply.get(application.at("/runs/missing.har"));

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.header("Content-Disposition")).contains("missing.har");
    assertThat(reply.json().at("/log/version").asString()).isEqualTo("1.2");
    assertThat(reply.json().at("/log/entries")).hasSize(2);
    assertThat(RawHttpReply.get(application.at("/runs/nobody.har")).status()).isEqualTo(404);
  }

  private Run long2000() {
    Run run = SampleRuns.passed(staging, "long", NOON.plusSeconds(360));
    UserRun user = run.users().getFirst();
    List<Frame> frames = new ArrayList<>();
    List<EventArrival> events = new ArrayList<>();
    for (int i = 1; i <= 2000; i++) {
      String text =
          "{\"type\":\"token\",\"payload\":{\"n\":%d,\"text\":\"%s\"}}"
              .formatted(i, "ab ".repeat(60));
      frames.add(
          new Frame(
              i, Frame.Direction.RECEIVED, SampleRuns.millis(100 + i / 2), text.length(), text));
      events.add(
          new EventArrival(
              "token", SampleRuns.millis(100 + i / 2), SampleRuns.millis(i / 2), i, i, 0));
    }
    return run.withUsers(
        List.of(
            new UserRun(
                1,
                user.steps(),
                user.connectPhases(),
                events,
                new Transcript(frames, 0),
                user.expiry())));
  }

  private static Run withExchanges(Run run) {
    UserRun user = run.users().getFirst();
    List<Frame> frames = new ArrayList<>(user.transcript().frames());
    frames.add(
        new Frame(
            9,
            Frame.Direction.NOTE,
            SampleRuns.millis(1840),
            0,
            "we closed with 1000; the connection was closed by the server with 1000 \"bye\""));
    return run.withUsers(
        List.of(
            user.withTranscript(
                new Transcript(frames, 0)
                    .withExchanges(
                        List.of(
                            exchange("POST", "https://auth.example.com/login", 0, 200),
                            exchange("GET", "wss://api.example.com/ws", 41, 101))))));
  }

  private static HttpExchange exchange(String method, String url, int at, int status) {
    return new HttpExchange(
        SampleRuns.millis(at),
        SampleRuns.millis(24),
        method,
        url,
        status,
        new HttpHeaderLines("Authorization: ***\nX-Tenant: acme"),
        new HttpHeaderLines("Server: nginx\nSet-Cookie: ***"));
  }

  private Page visit(String path, int width, ColorScheme scheme) {
    Page page = chromium.page(width, scheme);
    page.navigate(application.at(path).toString());
    return page;
  }

  private String page(String path) throws Exception {
    RawHttpReply reply = RawHttpReply.get(application.at(path), "Accept: text/html");
    assertThat(reply.status()).isEqualTo(200);
    return reply.body();
  }
}
