package io.goldenpath.web.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.goldenpath.model.run.SampleRuns.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.SampleRuns;
import io.goldenpath.web.Chromium;
import io.goldenpath.web.WebApplication;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages in a browser, as people on call see them. */
class StatusPageIT {

  @SuppressWarnings("NullAway.Init")
  private static Chromium chromium;

  private final Probe staging = SampleRuns.probe("staging");
  private final Probe production = SampleRuns.probe("production");

  @SuppressWarnings("NullAway.Init")
  private WebApplication application;

  @BeforeAll
  static void open() {
    chromium = Chromium.open();
  }

  @AfterAll
  static void close() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @BeforeEach
  void start() {
    application = WebApplication.start().watching(staging, production);
    application.finished(SampleRuns.passed(production, "p1", NOON));
    application.finished(SampleRuns.passed(staging, "s1", NOON));
  }

  @AfterEach
  void stop() {
    application.close();
  }

  static Stream<Arguments> views() {
    return Stream.of(ColorScheme.LIGHT, ColorScheme.DARK)
        .flatMap(scheme ->
            Stream.of(360, 800, 1200, 2560)
                .flatMap(width ->
                    Stream.of("/", "/targets/staging/golden-path", "/runs/s2")
                        .map(path -> Arguments.of(path, width, scheme))));
  }

  @ParameterizedTest
  @MethodSource("views")
  void fitsTheWindow(String path, int width, ColorScheme scheme) {
    fail();
    Page page = visit(path, width, scheme);

    assertThat(page.locator("h1")).containsText("agent_thinking never came");
    assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
        .isLessThanOrEqualTo(width);
    assertThat(page.locator(".strip:visible")).not().hasCount(0);
    assertThat((boolean) page.evaluate(OVERLAP)).as("labels overlap").isFalse();
    assertThat(page.evaluate("getComputedStyle(document.documentElement).backgroundColor"))
        .isEqualTo(scheme == ColorScheme.DARK ? "rgb(18, 21, 23)" : "rgb(246, 246, 244)");
    assertThat(chromium.complaints()).isEmpty();
    page.context().close();
  }

  static Stream<Arguments> journeys() {
    return Stream.of("/", "/targets/staging/isolation", "/runs/c1", "/runs/r1")
        .flatMap(path -> Stream.of(360, 1200).map(width -> Arguments.of(path, width)));
  }

  @ParameterizedTest
  @MethodSource("journeys")
  void fitsTheWindowWithEveryJourney(String path, int width) {
    Probe crowd = SampleRuns.isolation("staging", 12);
    Probe recovery = SampleRuns.recovery("staging");
    application.watching(crowd, recovery, staging);
    Run queue = SampleRuns.servedSerially(crowd, "c1", NOON, 12);
    application
        .finished(
            SampleRuns.withUsers(crowd, "c1", NOON, queue.users(), SampleRuns.leakFinding(3, 7)))
        .finished(SampleRuns.unrecovered(recovery, "r1", NOON));

    Page page = visit(path, width, width < 600 ? ColorScheme.DARK : ColorScheme.LIGHT);

    assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
        .isLessThanOrEqualTo(width);
    assertThat((boolean) page.evaluate(OVERLAP)).as("labels overlap").isFalse();
    assertThat(chromium.complaints()).isEmpty();
    page.context().close();
  }

  @Test
  void leadsFromALeakToTheFramesOfBothUsers() {
    Probe crowd = SampleRuns.isolation("staging", 12);
    Run queue = SampleRuns.servedSerially(crowd, "c1", NOON, 12);
    application
        .watching(crowd)
        .finished(
            SampleRuns.withUsers(crowd, "c1", NOON, queue.users(), SampleRuns.leakFinding(3, 7)));
    Page page = visit("/runs/c1", 1200, ColorScheme.LIGHT);

    List<Locator> links = page.locator(".finding .links a").all();
    assertThat(links).hasSize(2);
    links.forEach(link -> {
      link.click();
      assertThat(page.locator(".frame:target .notes")).containsText("the code of user 7");
    });
    page.context().close();
  }

  /** Whether the boxes of two labels of one strip meet. */
  private static final String OVERLAP =
      """
      () => [...document.querySelectorAll('.strip')].filter(s => s.getBoundingClientRect().width > 0)
        .some(strip => {
          const boxes = [...strip.querySelectorAll('text')].filter(t => t.textContent)
            .map(t => t.getBoundingClientRect());
          return boxes.some((a, i) => boxes.slice(i + 1).some(b =>
            a.left < b.right && b.left < a.right && a.top + 3 < b.bottom && b.top + 3 < a.bottom));
        })
      """;

  @Test
  void refreshesHeadlineTitleAndIconByItself() {
    Page page = visit("/", 1200, ColorScheme.LIGHT);
    assertThat(page).hasTitle("All golden paths work");
    assertThat(page.locator("link[rel=icon]")).hasAttribute("href", "/favicon-up.svg");

    fail();

    Pattern sentence =
        Pattern.compile("staging: agent_thinking never came, since (Nov 24, )?13:01");
    assertThat(page.locator("h1")).hasText(sentence);
    assertThat(page).hasTitle(sentence);
    assertThat(page.locator("link[rel=icon]")).hasAttribute("href", "/favicon-down.svg");
    assertThat(page.locator("article").first()).containsText("agent_thinking");

    application.finished(SampleRuns.passed(staging, "s3", NOON.plusSeconds(120)));

    assertThat(page).hasTitle("All golden paths work");
    assertThat(page.locator("link[rel=icon]")).hasAttribute("href", "/favicon-up.svg");
    assertThat(chromium.complaints()).isEmpty();
    page.context().close();
  }

  @Test
  void saysWhenItNoLongerHearsTheMonitor() {
    Page page = visit("/", 1200, ColorScheme.LIGHT);
    assertThat(page.locator(".lost")).isHidden();

    application.close();

    assertThat(page.locator(".lost")).isVisible();
    assertThat(page.locator(".lost")).containsText("Not updating");
    page.context().close();
  }

  @Test
  void keepsThePlaceOfTheKeyboardWhenItRefreshes() {
    Page page = visit("/", 1200, ColorScheme.LIGHT);
    Locator link = page.locator("h2 a[href='/targets/staging/golden-path']");
    link.focus();

    fail();

    assertThat(page).hasTitle(Pattern.compile("never came"));
    assertThat(link).isFocused();
    page.context().close();
  }

  @Test
  void showsWhereTheKeyboardIs() {
    fail();
    Page page = visit("/", 1200, ColorScheme.LIGHT);
    int links = page.locator("a[href]").count();

    for (int i = 0; i < links; i++) {
      page.keyboard().press("Tab");
      assertThat(page.evaluate("getComputedStyle(document.activeElement).outlineStyle"))
          .as("outline of link %d", i)
          .isEqualTo("solid");
    }
    page.context().close();
  }

  @Test
  void hasANameForEverythingThatIsDrawn() {
    fail();
    Page page = visit("/", 1200, ColorScheme.LIGHT);

    assertThat(page.locator("html")).hasAttribute("lang", "en");
    assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
        .hasCount(1);
    assertThat(page.getByRole(AriaRole.IMG).first())
        .hasAccessibleName(Pattern.compile("login passed, 41 ms.*agent_thinking failed, never.*"));
    assertThat(
            page.getByRole(
                AriaRole.LINK,
                new Page.GetByRoleOptions()
                    .setName(Pattern.compile("failed, 1.84 s: agent_thinking never came"))))
        .hasAttribute("href", "/runs/s2");
    assertThat(page.locator(".verdict").first()).hasText("down");
    List<Locator> links = page.getByRole(AriaRole.LINK).all();
    assertThat(links).isNotEmpty();
    links.forEach(link -> assertThat(link).hasAccessibleName(Pattern.compile(".+")));
    page.context().close();
  }

  @Test
  void walksFromTheHeadlineToTheFrameThatBrokeThePromise() {
    fail();
    Page page = visit("/", 1200, ColorScheme.LIGHT);

    page.locator(".newest a").first().click();
    assertThat(page).hasTitle("staging failed: agent_thinking never came");
    page.locator(".finding .links a").first().click();

    assertThat(page.locator(".frame:target")).containsText("agent_started");
    assertThat(page.locator(".frame:target .notes")).containsText("agent_thinking never came");
    page.context().close();
  }

  @Test
  void runsNothingThatATargetWrote() {
    application.finished(
        SampleRuns.quoting(
            staging,
            "evil",
            NOON.plusSeconds(60),
            "</pre><script>document.title='owned'</script><img src=x onerror=\"alert(1)\">"));

    for (String path : List.of("/", "/targets/staging/golden-path", "/runs/evil")) {
      Page page = visit(path, 1200, ColorScheme.LIGHT);
      assertThat(page.locator("main img, main script")).hasCount(0);
      assertThat(page).not().hasTitle("owned");
      assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
          .isLessThanOrEqualTo(1200);
      assertThat(chromium.complaints()).isEmpty();
      page.context().close();
    }
  }

  private void fail() {
    application.finished(SampleRuns.missing(staging, "s2", NOON.plusSeconds(60)));
  }

  private Page visit(String path, int width, ColorScheme scheme) {
    Page page = chromium.page(width, scheme);
    page.navigate(application.at(path).toString());
    return page;
  }
}
