package io.goldenpath.web.api;

import static io.goldenpath.model.run.SampleRuns.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.probe.ServiceLevelObjective.GoodRuns;
import io.goldenpath.model.run.SampleRuns;
import io.goldenpath.model.run.ServiceLevels;
import io.goldenpath.web.RawHttpReply;
import io.goldenpath.web.WebApplication;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Objectives as API and pages tell them. */
class SloApiIT {

  private final Probe staging = ServiceLevels.with(SampleRuns.probe("staging"), GoodRuns.PASSED);
  private final Probe other = SampleRuns.probe("other");
  private final WebApplication application = WebApplication.start().watching(staging, other);

  @AfterEach
  void stop() {
    application.close();
  }

  @Test
  void isNotKnownBeforeTheHistoryIsRead() throws Exception {
    JsonNode slo = get("/api/slo").path("slo");

    assertThat(slo.size()).isEqualTo(1);
    assertThat(slo.at("/0/target").stringValue()).isEqualTo("staging");
    assertThat(slo.at("/0/objective").doubleValue()).isEqualTo(0.9);
    assertThat(slo.at("/0/overSeconds").doubleValue()).isEqualTo(2_592_000);
    assertThat(slo.at("/0/good").stringValue()).isEqualTo("passed");
    assertThat(slo.at("/0").has("budget")).isFalse();
    assertThat(page("/")).contains("90 % over 30 days", "not known yet");
  }

  @Test
  void saysWhatIsLeftAndHowFastItGoes() throws Exception {
    application.openHistory();
    for (int hour = 1; hour <= 19; hour++) {
      application.finished(
          SampleRuns.passed(staging, "good-" + hour, NOON.minus(Duration.ofHours(hour))));
    }
    application.finished(SampleRuns.missing(staging, "bad", NOON.minusSeconds(60)));

    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> {
          application.advance(Duration.ofSeconds(31));
          application.reckonBudgets();
          JsonNode reckoned = get("/api/slo").at("/slo/0/budget");
          assertThat(reckoned.path("goodRuns").asInt(0)).isEqualTo(19);
          assertThat(reckoned.at("/burn/threeDays").asDouble(0)).isEqualTo(0.5);
        });

    JsonNode budget = get("/api/slo").at("/slo/0/budget");
    assertThat(budget.path("badRuns").intValue()).isEqualTo(1);
    assertThat(budget.path("ratio").doubleValue()).isEqualTo(0.95);
    assertThat(budget.path("judged").booleanValue()).isTrue();
    assertThat(budget.path("left").doubleValue()).isEqualTo(0.5);
    assertThat(page("/targets/staging/golden-path"))
        .contains("90 % over 30 days", "50 % of the error budget left")
        .contains("19 of 20 runs good (95.00 %), of 19 h so far", "0.5× in 3 days");
  }

  @Test
  void isAskedForOfOneProbe() throws Exception {
    assertThat(get("/api/slo?target=staging&journey=golden-path").path("slo").size()).isEqualTo(1);
    assertThat(get("/api/slo?target=other").path("slo").size()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "target=nope|404|No target or probe of this name is watched; see /api/targets",
        "journey=recovery|404|No target or probe of this name is watched; see /api/targets",
        "journey=tour|400|journey must be one of",
        "targets=staging|400|Unknown parameter targets; expected one of [target, journey]"
      })
  void refusesWhatItDoesNotKnow(String query, int status, String detail) throws Exception {
    for (String list : List.of("/api/slo?", "/api/regressions?")) {
      RawHttpReply reply = RawHttpReply.get(application.at(list + query));

      assertThat(reply.status()).isEqualTo(status);
      assertThat(reply.json().path("detail").stringValue()).startsWith(detail);
    }
  }

  private JsonNode get(String path) throws IOException {
    return RawHttpReply.get(application.at(path), "Accept: application/json").json();
  }

  private String page(String path) throws IOException {
    return RawHttpReply.get(application.at(path), "Accept: text/html").body();
  }
}
