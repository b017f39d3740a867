package io.goldenpath.web.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.goldenpath.model.run.SampleRuns.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.goldenpath.model.run.SampleRuns;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Open pages refresh themselves, and say when they cannot. */
class LiveRefreshIT extends BrowserFixture {

  @Test
  void refreshesHeadlineTitleAndIconByItself() {
    Page page = visit("/", 1200, ColorScheme.LIGHT);
    assertThat(page).hasTitle("All golden paths work");
    assertThat(page.locator("link[rel=icon]")).hasAttribute("href", "/favicon-up.svg");

    fail();

    Pattern sentence =
        Pattern.compile("staging: agent_thinking never came, since (Nov 24, )?13:01 GMT\\+1");
    assertThat(page.locator("h1")).hasText(sentence);
    assertThat(page).hasTitle(sentence);
    assertThat(page.locator("link[rel=icon]")).hasAttribute("href", "/favicon-down.svg");
    assertThat(page.locator("#probes tbody").first()).containsText("agent_thinking");

    application.finished(SampleRuns.passed(staging, "s3", NOON.plusSeconds(120)));

    assertThat(page).hasTitle("All golden paths work");
    assertThat(page.locator("link[rel=icon]")).hasAttribute("href", "/favicon-up.svg");
    assertThat(chromium.complaints()).isEmpty();
    page.context().close();
  }

  @Test
  void saysWhenItNoLongerHearsTheMonitor() {
    Page page = visit("/", 1200, ColorScheme.LIGHT);
    assertThat(page.locator(".disconnected")).isHidden();

    application.close();

    assertThat(page.locator(".disconnected")).isVisible();
    assertThat(page.locator(".disconnected")).containsText("Not updating");
    page.context().close();
  }

  @Test
  void keepsThePlaceOfTheKeyboardWhenItRefreshes() {
    Page page = visit("/", 1200, ColorScheme.LIGHT);
    Locator link = page.locator("th a[href='/targets/staging/golden-path']");
    link.focus();

    fail();

    assertThat(page).hasTitle(Pattern.compile("never came"));
    assertThat(link).isFocused();
    page.context().close();
  }

  @Test
  void showsAVerdictThatExpires() {
    Page page = visit("/", 1200, ColorScheme.LIGHT);
    assertThat(page).hasTitle("All golden paths work");

    application.advance(Duration.ofMinutes(4));

    assertThat(page.locator("h1")).containsText("no valid run has ended for 3 min");
    page.context().close();
  }
}
