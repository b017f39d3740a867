package io.goldenpath;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import io.goldenpath.web.AxeViolations;
import io.goldenpath.web.Chromium;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a newcomer does with the page: break the demo, and see what the monitor makes of it. */
class DemoPanelIT {

  /** A cadence and a second on an idle machine. */
  private static final Duration SOON = Duration.ofSeconds(Boolean.getBoolean("thorough") ? 6 : 30);

  @Test
  void showsTheFindingOfAFaultThatIsSwitchedOnThere() {
    try (LiveMonitor monitor = LiveMonitor.start();
        Chromium chromium = Chromium.open()) {
      Page page = chromium.page(1280, ColorScheme.LIGHT);
      page.navigate(monitor.base());
      assertThat(page.locator(".demo")).containsText("This is the demo");
      Locator demo = page.locator("#probe-demo-golden-path");
      assertThat(demo.locator(".state")).hasText("up", within(Duration.ofSeconds(30)));

      page.locator(".faults summary").click();
      page.locator("[data-fault=no_agent_thinking]").click();
      assertThat(demo.locator(".finding").first())
          .containsText("agent_thinking never came", containing(SOON));
      assertThat(AxeViolations.of(page)).isEmpty();

      page.locator("[data-fault=wrong_sum]").click();
      assertThat(demo.locator(".finding").first()).containsText("wrong_answer", containing(SOON));
      assertThat(page.locator(".faults [aria-pressed=true]")).hasCount(1);

      page.locator("[data-fault=none]").click();
      assertThat(demo.locator(".state")).hasText("up", within(SOON));
      assertThat(chromium.complaints())
          .as("but that a run was under way when the next was asked for")
          .allSatisfy(complaint -> assertThat(complaint).contains("status of 409"));
    }
  }

  private static LocatorAssertions.HasTextOptions within(Duration time) {
    return new LocatorAssertions.HasTextOptions().setTimeout((double) time.toMillis());
  }

  private static LocatorAssertions.ContainsTextOptions containing(Duration time) {
    return new LocatorAssertions.ContainsTextOptions().setTimeout((double) time.toMillis());
  }
}
