package io.goldenpath.history;

import static io.goldenpath.model.run.SampleRuns.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.regression.SeenRelease;
import io.goldenpath.model.run.ReusedLogins;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.RunTrace;
import io.goldenpath.model.run.SampleLogins;
import io.goldenpath.model.run.SampleRuns;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a run's JSON says beside its outcome, and leaves out where there is nothing to say. */
class RunMarksJsonTests {

  private final Run run = SampleRuns.passed(SampleRuns.probe("staging"), "a", NOON);

  @Test
  void saysHowLongTheMonitorStoodStill() {
    Run stalled = run.withStalled(Duration.ofMillis(1250));

    assertThat(json(RunJson.of(stalled)).path("stalledSeconds").asDouble()).isEqualTo(1.25);
    assertThat(json(RunSummaryJson.of(stalled)).path("stalledSeconds").asDouble()).isEqualTo(1.25);
  }

  @Test
  void saysSinceWhenLoginsFailThatAReusedTokenStoodInFor() {
    Run reused = ReusedLogins.of(run, Duration.ofMinutes(3), NOON);

    assertThat(json(RunJson.of(reused)).path("loginFailingSince").asString())
        .isEqualTo("2026-11-24T12:00:00Z");
    assertThat(json(RunSummaryJson.of(reused)).path("loginFailingSince").asString())
        .isEqualTo("2026-11-24T12:00:00Z");
  }

  @Test
  void saysWhichReleaseAnswered() {
    Run answered = run.withRelease(SeenRelease.of("1.8.3"));

    assertThat(json(RunJson.of(answered)).path("release").asString()).isEqualTo("1.8.3");
    assertThat(json(RunSummaryJson.of(answered)).path("release").asString()).isEqualTo("1.8.3");
  }

  @Test
  void namesTheTraceThatIsKept() {
    String id = "0af7651916cd43dd8448eb211c80319c";
    Run kept = SampleRuns.traced(run, new RunTrace(id, "b7ad6b7169203331", true));
    Run dropped = SampleRuns.traced(run, new RunTrace(id, "b7ad6b7169203331", false));

    assertThat(json(RunJson.of(kept)).path("traceId").asString()).isEqualTo(id);
    assertThat(json(RunSummaryJson.of(kept)).path("traceId").asString()).isEqualTo(id);
    assertThat(json(RunSummaryJson.inFlight(kept.info())).path("traceId").asString()).isEqualTo(id);
    assertThat(json(RunJson.of(dropped)).has("traceId")).isFalse();
  }

  @Test
  void marksNoRunThatLoggedInItself() {
    Run refused =
        SampleLogins.run(
            SampleRuns.probe("staging"),
            NOON,
            SampleLogins.refused(NOON, 1),
            SampleLogins.refusal(1));

    assertThat(json(RunJson.of(refused)).has("loginFailingSince")).isFalse();
  }

  @Test
  void saysNothingWhereNothingIsToBeSaid() {
    assertThat(json(RunJson.of(run)).propertyNames())
        .doesNotContain("stalledSeconds", "loginFailingSince", "release", "traceId", "trace");
  }

  private static JsonNode json(Object run) {
    return JsonMapper.builder().addModule(new RunJsonModule()).build().valueToTree(run);
  }
}
