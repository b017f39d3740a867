package io.goldenpath.web.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.goldenpath.model.run.SampleRuns.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.goldenpath.model.regression.ReleaseMarker;
import io.goldenpath.model.run.SampleRuns;
import io.goldenpath.web.RawHttpReply;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The page of one probe: what it did over time, and its runs. */
class ProbePageIT extends BrowserFixture {

  private static final String PROBE = "/targets/staging/golden-path";

  @Test
  void drawsChartsAndOpensTheRunThatIsClicked() {
    fail();
    application.advance(Duration.ofMinutes(2));
    Page page = visit(PROBE + "?range=1h", 1280, ColorScheme.LIGHT);

    assertThat(page.locator(".charts canvas")).hasCount(3);
    page.locator("#step").selectOption("login");
    assertThat(page.locator("#chart-steps .u-legend .u-label"))
        .hasText(new String[] {"time", "login"});
    page.locator("#step").selectOption("");
    page.locator("#chart-steps .u-over").scrollIntoViewIfNeeded();
    var chart = page.locator("#chart-steps .u-over").boundingBox();
    page.mouse().move(chart.x + chart.width - 3, chart.y + 30);
    assertThat(page.locator("#chart-steps .u-legend .u-value").first())
        .hasText(Pattern.compile(".*13:01:00 GMT\\+1"));
    page.mouse().click(chart.x + chart.width - 3, chart.y + 30);

    assertThat(page).hasURL(Pattern.compile(".*/runs/s2"));
    assertThat(chromium.complaints()).isEmpty();
    page.context().close();
  }

  @Test
  void letsSomebodyTakeCareOfTheOpenIncident() {
    Page page = visit(PROBE, 1280, ColorScheme.LIGHT);
    assertThat(page.locator("#acknowledge")).isHidden();

    fail();
    page.locator("#acknowledge [name=who]").fill("Ann");
    page.locator("#acknowledge [name=why]").fill("rolled back");
    page.locator("#acknowledge button").click();

    assertThat(page.locator("#incident-list .why")).containsText("Ann takes care of it since");
    assertThat(page.locator("#incident-list .why")).containsText("rolled back");
    assertThat(page.locator("#acknowledge")).isHidden();
    assertThat(chromium.complaints()).isEmpty();
    page.context().close();
  }

  @Test
  void keepsWhatSomebodyFillsInWhileRunsEnd() {
    Page page = visit(PROBE, 1280, ColorScheme.LIGHT);
    page.locator("[name=text]").fill("half a wo");
    page.locator("[name=text]").focus();

    fail();

    assertThat(page.locator("#headline h1")).containsText("agent_thinking never came");
    assertThat(page.locator("#run-list .failed")).hasCount(1);
    assertThat(page.locator("[name=text]")).hasValue("half a wo");
    assertThat(page.locator("[name=text]")).isFocused();
    page.context().close();
  }

  @Test
  void findsRunsAndLeadsToOlderOnes() {
    for (int i = 0; i < 30; i++) {
      application.finished(
          SampleRuns.stalled(staging, "x" + i, NOON.minus(Duration.ofMinutes(30 - i))));
    }
    fail();
    Page page = visit(PROBE, 1280, ColorScheme.LIGHT);

    assertThat(page.locator("#run-list tbody tr")).hasCount(20);
    page.locator("[rel=next]").click();
    assertThat(page.locator("#runs h2")).hasText("Older runs");
    assertThat(page.locator("#run-list tbody tr")).not().hasCount(0);
    page.locator("[name=kind]").selectOption("missing_event");
    page.locator("[name=text]").fill("never came");
    page.locator(".filter button").click();

    assertThat(page.locator("#run-list tbody tr")).hasCount(1);
    assertThat(page.locator("[name=kind]")).hasValue("missing_event");
    assertThat(page.locator("#run-list .message")).containsText("agent_thinking never came");
    page.context().close();
  }

  @Test
  void marksReleasesInTheStrip() throws Exception {
    application.released(
        new ReleaseMarker("staging", "<b>1.8.3</b>", NOON.minus(Duration.ofHours(2)), null));
    fail();

    assertThat(RawHttpReply.get(application.at(PROBE)).body())
        .contains("<title>release &lt;b&gt;1.8.3&lt;/b&gt;, 10:00 UTC</title>")
        .contains("class=\"markers\"", "<rect class=\"failed\"");
    assertThat(RawHttpReply.get(application.at(PROBE + "?range=1h")).body())
        .doesNotContain("class=\"markers\"");
  }

  @Test
  void hasItsFiguresAsATableToo() throws Exception {
    fail();

    assertThat(RawHttpReply.get(application.at(PROBE)).body())
        .contains("Times of 1 run, the last of each 12 min")
        .containsSubsequence("<th scope=\"row\">login</th>", "41 ms", "2 s / 5 s");
  }

  @Test
  void handsOutWhatChartsDraw() throws Exception {
    fail();

    JsonNode trend = RawHttpReply.get(application.at(PROBE + "/trend?range=1h")).json();

    assertThat(trend.at("/samples/runs/1").asString()).isEqualTo("s2");
    assertThat(trend.at("/samples/steps/login/1").asDouble()).isEqualTo(0.041);
    assertThat(trend.at("/samples/events/agent_thinking/1").isNull()).isTrue();
    assertThat(trend.at("/limits/login/slow").asDouble()).isEqualTo(2);
    assertThat(RawHttpReply.get(application.at("/targets/nobody/golden-path/trend")).status())
        .isEqualTo(404);
  }
}
