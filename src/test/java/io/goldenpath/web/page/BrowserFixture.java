package io.goldenpath.web.page;

import static io.goldenpath.model.run.SampleRuns.NOON;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.SampleRuns;
import io.goldenpath.web.Chromium;
import io.goldenpath.web.WebApplication;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** The pages of a target that works beside one that a test lets fail, in a browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrowserFixture {

  @SuppressWarnings("NullAway.Init")
  Chromium chromium;

  final Probe staging = SampleRuns.probe("staging");
  final Probe production = SampleRuns.probe("production");

  @SuppressWarnings("NullAway.Init")
  WebApplication application;

  @BeforeAll
  void open() {
    chromium = Chromium.open();
  }

  @AfterAll
  void close() {
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

  void fail() {
    application.finished(SampleRuns.missing(staging, "s2", NOON.plusSeconds(60)));
  }

  Page visit(String path, int width, ColorScheme scheme) {
    Page page = chromium.page(width, scheme);
    page.navigate(application.at(path).toString());
    return page;
  }
}
