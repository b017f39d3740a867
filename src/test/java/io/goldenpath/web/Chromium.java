package io.goldenpath.web;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import io.goldenpath.InstalledTool;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The machine's own browser, and what it complained of. */
public final class Chromium implements AutoCloseable {

  private final Playwright playwright;
  private final Browser browser;
  private List<String> complaints = new ArrayList<>();

  private Chromium(Path executable, List<String> arguments) {
    this.playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    this.browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions().setExecutablePath(executable).setArgs(arguments));
  }

  /** With further arguments of its command line. */
  public static Chromium open(String... more) {
    List<String> arguments = new ArrayList<>(List.of(more));
    arguments.addAll(List.of("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"));
    return new Chromium(InstalledTool.path("chromium", "chromium"), arguments);
  }

  /** A page that knows no cookies, and believes every certificate. */
  public Page stranger() {
    return browser.newContext(new Browser.NewContextOptions().setIgnoreHTTPSErrors(true)).newPage();
  }

  /** A page of this width, whose reader lives in Berlin. */
  public Page page(int width, ColorScheme scheme) {
    BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(width, 800)
                .setColorScheme(scheme)
                .setTimezoneId("Europe/Berlin"));
    context.setDefaultTimeout(15_000);
    Page page = context.newPage();
    List<String> heard = new ArrayList<>();
    complaints = heard;
    page.onConsoleMessage(message -> {
      if (List.of("error", "warning").contains(message.type())) {
        heard.add(message.text());
      }
    });
    page.onPageError(heard::add);
    return page;
  }

  /** Errors and warnings of the page that was opened last. */
  public List<String> complaints() {
    return complaints;
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
