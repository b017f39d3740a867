package io.goldenpath.web.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.goldenpath.model.run.SampleRuns.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.ReusedLogins;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.SampleFindings;
import io.goldenpath.model.run.SampleRuns;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages fit every window, and run nothing that a target wrote. */
class PageLayoutIT extends BrowserFixture {

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

  /** Labels that begin or end outside the padding of their card. */
  private static final String BEYOND_CARD =
      """
      () => [...document.querySelectorAll('.card .strip text')].filter(text => {
          const box = text.getBoundingClientRect();
          const card = text.closest('.card').getBoundingClientRect();
          return box.width > 0 && (box.left < card.left + 8 || box.right > card.right - 8);
        }).map(text => text.textContent).join()
      """;

  static Stream<Arguments> views() {
    return Stream.of(ColorScheme.LIGHT, ColorScheme.DARK)
        .flatMap(scheme ->
            widths(scheme)
                .flatMap(width ->
                    Stream.of("/", "/targets/staging/golden-path", "/runs/s2")
                        .map(path -> Arguments.of(path, width, scheme))));
  }

  /** All of them in a thorough build, else half of them in each scheme. */
  private static Stream<Integer> widths(ColorScheme scheme) {
    if (Boolean.getBoolean("thorough")) {
      return Stream.of(360, 800, 1200, 2560);
    }
    return scheme == ColorScheme.LIGHT ? Stream.of(360, 1200) : Stream.of(800, 2560);
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

  @ParameterizedTest
  @ValueSource(ints = {360, 800, 1200})
  void keepsTheLabelOfAReusedLoginInsideItsCard(int width) {
    Run run = SampleRuns.passed(staging, "again", NOON);
    application.watching(staging).finished(ReusedLogins.of(run, Duration.ofSeconds(59)));

    Page page = visit("/", width, ColorScheme.LIGHT);

    assertThat((String) page.evaluate(BEYOND_CARD)).isEmpty();
    assertThat((boolean) page.evaluate(OVERLAP)).as("labels overlap").isFalse();
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
        .finished(SampleRuns.withUsers(crowd, "c1", NOON, queue.users(), SampleFindings.leak(3, 7)))
        .finished(SampleRuns.unrecovered(recovery, "r1", NOON));

    Page page = visit(path, width, width < 600 ? ColorScheme.DARK : ColorScheme.LIGHT);

    assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
        .isLessThanOrEqualTo(width);
    assertThat((boolean) page.evaluate(OVERLAP)).as("labels overlap").isFalse();
    assertThat(chromium.complaints()).isEmpty();
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
}
