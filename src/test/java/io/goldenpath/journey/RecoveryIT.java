package io.goldenpath.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.demo.DemoPlatform;
import io.goldenpath.demo.DemoSetup;
import io.goldenpath.probe.Run;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Users who lose their connection, or say what nobody understands. */
class RecoveryIT {

  @SuppressWarnings("NullAway.Init")
  private static DemoPlatform demo;

  @BeforeAll
  static void start() {
    demo = DemoPlatform.start(0, new DemoSetup(4, 7));
  }

  @AfterAll
  static void stop() {
    demo.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cut: client",
        "cut: none",
        "cut: none, malformed: [], burst: 0",
        "cut: reset, then: resend",
        "cut: server",
        "malformed: [broken-json, empty, array, missing-fields, wrong-types, oversized], burst: 5, reconnects: 3",
      })
  void passesWhereThePlatformRecovers(String exercise) throws Exception {
    try (Trial trial = new Trial(demo, 1, "recovery: { every: 1h, " + exercise + " }")) {
      Run run = trial.run();

      assertThat(Trial.signs(run)).as(Trial.story(run)).isEmpty();
    }
  }
}
