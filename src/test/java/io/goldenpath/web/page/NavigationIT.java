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
import io.goldenpath.model.run.SampleFindings;
import io.goldenpath.model.run.SampleRuns;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The way by keyboard, links and names, for people on call who see little or have no mouse. */
class NavigationIT extends BrowserFixture {

  @Test
  void leadsFromALeakToTheFramesOfBothUsers() {
    Probe crowd = SampleRuns.isolation("staging", 12);
    Run queue = SampleRuns.servedSerially(crowd, "c1", NOON, 12);
    application
        .watching(crowd)
        .finished(
            SampleRuns.withUsers(crowd, "c1", NOON, queue.users(), SampleFindings.leak(3, 7)));
    Page page = visit("/runs/c1", 1200, ColorScheme.LIGHT);

    List<Locator> links = page.locator(".finding .links a").all();
    assertThat(links).hasSize(2);
    links.forEach(link -> {
      link.click();
      assertThat(page.locator(".frame:target .notes")).containsText("the code of user 7");
    });
    page.context().close();
  }

  @Test
  void showsWhereTheKeyboardIs() {
    fail();
    Page page = visit("/", 1200, ColorScheme.LIGHT);
    page.locator("#problems").focus();
    int stops = page.locator("#probes tbody").count() + page.locator("footer a").count();

    for (int i = 0; i < stops; i++) {
      page.keyboard().press("Tab");
      assertThat(page.evaluate("getComputedStyle(document.activeElement).outlineStyle"))
          .as("outline of stop %d", i)
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
    assertThat(page.getByRole(AriaRole.IMG).first()).hasAccessibleName("failed this hour");
    assertThat(page.getByRole(AriaRole.IMG).nth(1))
        .hasAccessibleName(Pattern.compile("login passed, 41 ms.*agent_thinking failed, never.*"));
    assertThat(page.locator("tbody .state").first()).hasText("down");
    List<Locator> links = page.getByRole(AriaRole.LINK).all();
    assertThat(links).isNotEmpty();
    links.forEach(link -> assertThat(link).hasAccessibleName(Pattern.compile(".+")));
    page.context().close();
  }

  @Test
  void walksFromTheHeadlineToTheFrameThatBrokeThePromise() {
    fail();
    Page page = visit("/", 1200, ColorScheme.LIGHT);

    page.locator(".last-run a").first().click();
    assertThat(page).hasTitle("staging failed: agent_thinking never came");
    page.locator(".finding .links a").first().click();

    assertThat(page.locator(".frame:target")).containsText("agent_started");
    assertThat(page.locator(".frame:target .notes")).containsText("agent_thinking never came");
    page.context().close();
  }
}
