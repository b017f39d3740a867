package io.goldenpath.web.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.goldenpath.model.run.SampleRuns.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.SampleRuns;
import io.goldenpath.web.AxeViolations;
import io.goldenpath.web.BlockingJourney;
import io.goldenpath.web.RawHttpReply;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The status page as people use it who look for what is wrong. */
class StatusPageIT extends BrowserFixture {

  private static final String HEIGHT =
      "Math.round(document.getElementById('probe-production-golden-path').offsetHeight)";

  private final Probe search = LabelledProbes.labelled(staging, "search");
  private final Probe billing = LabelledProbes.labelled(production, "billing");

  @SuppressWarnings("NullAway.Init")
  private Page page;

  @BeforeEach
  void breakOne() {
    application.watching(search, billing);
    fail();
  }

  @AfterEach
  void leave() {
    page.context().close();
  }

  @ParameterizedTest
  @CsvSource({"360, LIGHT", "768, DARK", "1280, LIGHT", "1280, DARK"})
  void keepsNobodyFromUsingIt(int width, ColorScheme scheme) {
    open(width, scheme);

    assertThat(AxeViolations.of(page)).isEmpty();
    assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
        .isLessThanOrEqualTo(width);
    assertThat(row("staging").locator(".state")).isInViewport();
    assertThat(row("staging").locator(".says")).isInViewport();
    assertThat(chromium.complaints()).isEmpty();
  }

  @Test
  void countsAndUnfoldsOnlyWhatIsNotUp() {
    open(1280, ColorScheme.LIGHT);

    assertThat(page.locator(".counts")).hasText("1 down · 1 up");
    assertThat(page.locator("#probes > tbody").first()).hasId("probe-staging-golden-path");
    assertThat(row("staging").locator(".finding")).containsText("agent_thinking never came");
    assertThat(row("production").locator(".more, [data-act=unfold]")).hasCount(0);
    assertThat((int) page.evaluate(HEIGHT)).isBetween(42, 45);
  }

  @Test
  void sendsLittleForTwoHundredProbes() throws Exception {
    List<Probe> many = LabelledProbes.many(200);
    application.watching(many.toArray(Probe[]::new));
    many.forEach(probe ->
        application.finished(SampleRuns.missing(probe, probe.id().target(), NOON.plusSeconds(60))));
    open(1280, ColorScheme.LIGHT);

    assertThat(RawHttpReply.get(application.at("/")).body().getBytes(StandardCharsets.UTF_8))
        .hasSizeLessThan(300_000);
    assertThat(page.locator("#probes > tbody")).hasCount(200);
  }

  @Test
  void isWalkedByKeys() {
    open(1280, ColorScheme.LIGHT);
    page.keyboard().press("Tab");
    assertThat(page.locator(".skip")).isFocused();

    page.keyboard().press("j");
    assertThat(row("staging").locator(".name a")).isFocused();
    page.keyboard().press("j");
    page.keyboard().press("j");
    assertThat(row("production").locator(".name a")).isFocused();
    page.keyboard().press("k");
    page.keyboard().press("o");
    assertThat(row("staging").locator(".more")).hasCount(0);
    page.keyboard().press("o");
    assertThat(row("staging").locator(".more")).hasCount(1);
    page.keyboard().press("Tab");
    assertThat(row("production").locator(".name a")).isFocused();
    page.keyboard().press("Enter");

    assertThat(page).hasURL(Pattern.compile(".*/targets/production/golden-path"));
  }

  @Test
  void leadsByKeysFromARedRowToTheFrameThatFailed() {
    open(1280, ColorScheme.LIGHT);

    page.keyboard().press("j");
    IntStream.range(0, 5).forEach(_ -> page.keyboard().press("ArrowRight"));
    page.keyboard().press("Enter");

    assertThat(page).hasURL(Pattern.compile(".*/runs/s2#frame-1-\\d+"));
    assertThat(page.locator(".frame:target .notes")).containsText("agent_thinking never came");
  }

  @Test
  void findsAndGroups() {
    open(1280, ColorScheme.LIGHT);

    page.keyboard().press("/");
    page.keyboard().type("billing");
    assertThat(row("staging")).isHidden();
    assertThat(page.locator(".shown")).hasText("1 of 2 shown");
    assertThat(page).hasURL(Pattern.compile(".*\\?q=billing"));

    page.locator("#search").fill("");
    page.locator("#problems").check();
    assertThat(row("production")).isHidden();

    page.locator("#problems").uncheck();
    page.locator("#group").selectOption("team");
    assertThat(page.locator("#probes .group"))
        .hasText(new String[] {"team: search 1 down", "team: billing 1 up"});

    page.reload();
    assertThat(page.locator("#probes .group")).hasCount(2);
  }

  @Test
  void replacesOnlyTheRowOfTheRunThatEnded() {
    open(1280, ColorScheme.LIGHT);
    row("staging").locator(".name a").focus();
    page.evaluate("document.getElementById('probe-staging-golden-path').same = true");

    application.finished(SampleRuns.stalled(production, "p2", NOON.plusSeconds(90)));

    assertThat(page.locator(".counts")).hasText("2 down");
    assertThat(row("production").locator(".finding")).containsText("nothing came for 1200 ms");
    assertThat(page.locator("#probes > tbody").first()).hasId("probe-production-golden-path");
    assertThat((boolean) page.evaluate("document.getElementById('probe-staging-golden-path').same"))
        .isTrue();
    assertThat(row("staging").locator(".name a")).isFocused();
    assertThat(chromium.complaints()).isEmpty();
  }

  @Test
  void mutesAndUnmutes() {
    open(1280, ColorScheme.LIGHT);
    page.clock().setFixedTime(NOON.toEpochMilli());
    page.keyboard().press("j");
    page.keyboard().press("m");
    assertThat(page.locator("#mute-title")).hasText("Mute staging/golden-path");
    assertThat(AxeViolations.of(page)).isEmpty();
    page.locator("#mute input").fill("<b>known</b>");
    page.keyboard().press("Enter");

    assertThat(row("staging").locator(".muted"))
        .hasText(Pattern.compile("muted to .*14:00 GMT\\+1"));
    assertThat(row("staging").locator(".muted")).hasAttribute("title", "<b>known</b>");
    assertThat(row("staging").locator(".name a")).isFocused();

    page.keyboard().press("m");

    assertThat(row("staging").locator(".muted")).hasCount(0);
    assertThat(page.locator(".told")).hasText("staging/golden-path is no longer muted");
  }

  @Test
  void runsNowAndSaysWhatKeepsItFromIt() {
    BlockingJourney journey = new BlockingJourney("manual");
    application.scheduling(journey);
    open(1280, ColorScheme.LIGHT);
    assertThat(row("manual").locator(".next")).hasText("on demand");

    page.keyboard().press("j");
    page.keyboard().press("r");
    assertThat(row("manual").locator(".next")).hasText("now");
    page.keyboard().press("r");
    assertThat(page.locator(".told")).containsText("of this probe is in flight");
    journey.release();

    assertThat(row("manual").locator(".state")).hasText("up");
    assertThat(row("manual").locator(".name a")).isFocused();
  }

  @Test
  void saysTimesInTheReadersZoneAndInUtcOnDemand() {
    open(1280, ColorScheme.LIGHT);

    List<Locator> times = page.locator("time:visible").all();
    assertThat(times).isNotEmpty();
    times.forEach(time -> {
      assertThat(time).hasText(Pattern.compile(".*\\d\\d:\\d\\d(:\\d\\d)? GMT\\+1"));
      assertThat(time).hasAttribute("title", Pattern.compile("2026-11-24T.*Z"));
    });
    row("staging").locator(".day svg").hover();
    assertThat(row("staging").locator(".day"))
        .hasAttribute("title", Pattern.compile("\\d\\d:00 to \\d\\d:00 GMT\\+1: no run"));
  }

  private Locator row(String target) {
    return page.locator("#probe-" + target + "-golden-path");
  }

  private void open(int width, ColorScheme scheme) {
    page = visit("/", width, scheme);
    assertThat(page.locator(".tools").or(page.locator("h1")).first()).isVisible();
  }
}
