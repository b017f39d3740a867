package io.goldenpath.web.page;

import static io.goldenpath.model.run.SampleRuns.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.regression.ReleaseMarker;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.SampleFindings;
import io.goldenpath.model.run.SampleRuns;
import io.goldenpath.web.AxeViolations;
import io.goldenpath.web.BlockingJourney;
import io.goldenpath.web.Chromium;
import io.goldenpath.web.RawHttpReply;
import io.goldenpath.web.WebApplication;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every page and state fits every window and keeps nobody from using it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageAccessibilityIT {

  private static final List<String> PAGES =
      List.of(
          "/",
          "/?problems=1&group=team",
          "/targets/checkout/golden-path",
          "/targets/checkout/golden-path?range=1h&outcome=failed&text=never",
          "/targets/checkout/golden-path?range=90d&kind=dns_failed",
          "/targets/idle/golden-path",
          "/targets/crowd/isolation",
          "/runs/bad",
          "/runs/good-1",
          "/runs/leak",
          "/runs/nobody",
          "/status",
          "RUNNING");

  private final Probe checkout = LabelledProbes.labelled(SampleRuns.probe("checkout"), "billing");
  private final Probe docs = LabelledProbes.labelled(SampleRuns.probe("docs-search"), "search");
  private final Probe slow = LabelledProbes.labelled(SampleRuns.probe("slow"), "search");
  private final Probe idle = SampleRuns.probe("idle");
  private final Probe crowd = SampleRuns.isolation("crowd", 3);
  private final BlockingJourney running = new BlockingJourney("running");

  @SuppressWarnings("NullAway.Init")
  private Chromium chromium;

  @SuppressWarnings("NullAway.Init")
  private WebApplication application;

  @BeforeAll
  void open() throws Exception {
    chromium = Chromium.open();
    application = WebApplication.start();
    application.openHistory();
    application.scheduling(running).watching(checkout, docs, slow, idle, crowd, running.probe());
    application.released(
        new ReleaseMarker("checkout", "1.8.3", NOON.minus(Duration.ofHours(3)), null));
    for (int i = 140; i > 0; i--) {
      Instant at = NOON.minus(Duration.ofMinutes(10L * i));
      application.finished(day(i, at));
      application.finished(SampleRuns.passed(docs, "docs-" + i, at));
    }
    Run queue = SampleRuns.servedSerially(crowd, "leak", NOON, 3);
    application
        .finished(SampleRuns.missing(checkout, "bad", NOON))
        .finished(SampleRuns.late(slow, "late", NOON))
        .finished(
            SampleRuns.withUsers(crowd, "leak", NOON, queue.users(), SampleFindings.leak(1, 2)));
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() ->
            RawHttpReply.get(application.at("/targets/checkout/golden-path"))
                .body()
                .contains("passed, "));
  }

  @AfterAll
  void close() {
    running.release();
    application.close();
    chromium.close();
  }

  private Run day(int i, Instant at) {
    if (i > 60 && i < 66) {
      return SampleRuns.stalled(checkout, "stalled-" + i, at);
    }
    if (i % 31 == 0) {
      return SampleRuns.late(checkout, "late-" + i, at);
    }
    Run run =
        PacedRuns.of(
            SampleRuns.passed(checkout, "good-" + i, at), 85 + (i * 37) % 40 + (i < 18 ? 30 : 0));
    return i > 100 && i < 110 ? run.inMaintenance("patch window") : run;
  }

  static Stream<Arguments> views() {
    return PAGES.stream().flatMap(PageAccessibilityIT::views);
  }

  /** All of them in a thorough build, else one: narrow and light, or wide and dark, in turn. */
  private static Stream<Arguments> views(String path) {
    boolean wide = PAGES.indexOf(path) % 2 == 1;
    return Stream.of(ColorScheme.LIGHT, ColorScheme.DARK)
        .flatMap(scheme ->
            Stream.of(360, 768, 1280)
                .filter(width ->
                    Boolean.getBoolean("thorough")
                        || (width == (wide ? 1280 : 360) && wide == (scheme == ColorScheme.DARK)))
                .map(width -> Arguments.of(path, width, scheme)));
  }

  @ParameterizedTest
  @MethodSource("views")
  void keepsNobodyFromUsingIt(String path, int width, ColorScheme scheme) {
    Page page = chromium.page(width, scheme);
    page.navigate(application.at(address(path)).toString());
    page.waitForLoadState(LoadState.LOAD);
    if (path.startsWith("/targets/checkout/golden-path") && !path.contains("90d")) {
      page.locator("#chart-steps canvas").waitFor();
    }

    assertThat(AxeViolations.of(page)).isEmpty();
    assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
        .isLessThanOrEqualTo(width);
    assertThat(chromium.complaints().stream().filter(text -> !text.contains("404"))).isEmpty();
    String pictures = System.getProperty("pictures");
    if (pictures != null) {
      page.screenshot(
          new Page.ScreenshotOptions()
              .setFullPage(true)
              .setPath(
                  Path.of(
                      pictures,
                      path.replaceAll("\\W+", "_") + "-" + width + "-" + scheme + ".png")));
    }
    page.context().close();
  }

  private String address(String path) {
    if (!path.equals("RUNNING")) {
      return path;
    }
    if (application.schedule.inFlight().isEmpty()) {
      application.schedule.request(running.probe().id());
    }
    return "/runs/" + application.schedule.inFlight().getFirst().id();
  }
}
