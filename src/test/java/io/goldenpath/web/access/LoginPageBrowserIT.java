package io.goldenpath.web.access;

import static io.goldenpath.model.run.SampleRuns.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.SampleRuns;
import io.goldenpath.model.target.Secret;
import io.goldenpath.settings.service.AccessSettings;
import io.goldenpath.settings.service.OidcClient;
import io.goldenpath.web.AxeViolations;
import io.goldenpath.web.Chromium;
import io.goldenpath.web.WebApplication;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people see of access: the login page, who they are, and that everybody may read. */
class LoginPageBrowserIT {

  private static final Chromium CHROMIUM = Chromium.open();
  private static final IdentityProvider PROVIDER = new IdentityProvider();

  private static WebApplication restricted;
  private static WebApplication exposed;

  @BeforeAll
  static void start() {
    Probe staging = SampleRuns.probe("staging");
    restricted =
        WebApplication.startWith(
            new AccessSettings(
                null,
                List.of(AccessMatrixIT.RITA, AccessMatrixIT.ANN),
                new OidcClient(
                    PROVIDER.issuer(),
                    IdentityProvider.CLIENT,
                    Secret.of(IdentityProvider.CLIENT_SECRET),
                    Set.of("sre")),
                true));
    exposed = WebApplication.startWith(AccessSettings.OPEN, "server.address=0.0.0.0");
    for (WebApplication server : List.of(restricted, exposed)) {
      server.watching(staging).finished(SampleRuns.missing(staging, "a", NOON));
    }
  }

  @AfterAll
  static void stop() {
    exposed.close();
    restricted.close();
    PROVIDER.close();
    CHROMIUM.close();
  }

  @ParameterizedTest
  @CsvSource({"360, LIGHT", "360, DARK", "1280, LIGHT", "1280, DARK"})
  void leadsFromThePageOneWantsThroughTheLoginToIt(int width, ColorScheme scheme) {
    Page page = CHROMIUM.page(width, scheme);
    page.navigate(at(restricted, "/targets/staging/golden-path"));
    look(page, "login");

    page.keyboard().type("rita");
    page.keyboard().press("Tab");
    page.keyboard().type("wrong");
    page.keyboard().press("Enter");
    page.waitForSelector(".failure");
    look(page, "login-failed");
    assertThat(page.textContent(".failure")).isEqualTo("Wrong name or password");

    page.fill("#username", "rita");
    page.fill("#password", "r3ads");
    page.keyboard().press("Enter");
    page.waitForURL("**/targets/staging/golden-path");
    look(page, "probe-of-reader");
    page.navigate(at(restricted, "/"));
    look(page, "status-of-reader");
    assertThat(page.textContent(".visitor")).contains("Logged in as rita, reader");
    assertThat(page.locator("[data-act=run], [data-act=mute]").count()).isZero();
    page.context().close();
  }

  @ParameterizedTest
  @CsvSource({"360, LIGHT", "1280, DARK"})
  void saysThatEverybodyMayRead(int width, ColorScheme scheme) {
    Page page = CHROMIUM.page(width, scheme);
    page.navigate(at(exposed, "/"));
    look(page, "exposed");

    assertThat(page.locator("[data-act=run]").count()).isOne();
    assertThat(page.textContent("[role=note]")).contains("goldenpath.access");
    page.context().close();
  }

  /** Fits the window, and hinders nobody. */
  private static void look(Page page, String name) {
    int width = page.viewportSize().width;
    String pictures = System.getProperty("pictures");
    if (pictures != null) {
      page.screenshot(
          new Page.ScreenshotOptions()
              .setFullPage(true)
              .setPath(Path.of(pictures, "%s-%d-%s.png".formatted(name, width, scheme(page)))));
    }
    assertThat(AxeViolations.of(page)).as(name).isEmpty();
    assertThat((int) page.evaluate("() => document.documentElement.scrollWidth"))
        .as(name)
        .isLessThanOrEqualTo(width);
  }

  private static ColorScheme scheme(Page page) {
    Object dark = page.evaluate("() => matchMedia('(prefers-color-scheme: dark)').matches");
    return Boolean.TRUE.equals(dark) ? ColorScheme.DARK : ColorScheme.LIGHT;
  }

  private static String at(WebApplication server, String path) {
    return server.at(path).toString();
  }
}
