package io.goldenpath.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.demo.DemoLog;
import io.goldenpath.demo.DemoPlatform;
import io.goldenpath.demo.DemoSetup;
import io.goldenpath.probe.Outcome;
import io.goldenpath.probe.Run;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Bad tokens against platforms that refuse them, in every way, and against those that do not. */
class RefusalIT {

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

  @Test
  void passesWhereEveryBadTokenIsRefusedAndNeverTriesTwoInARow() throws Exception {
    try (Trial trial = new Trial(demo, 1, "refusal: { every: 1h }")) {
      Run run = trial.run();

      assertThat(Trial.signs(run)).as(Trial.story(run)).isEmpty();
      assertThat(run.outcome()).isEqualTo(Outcome.PASSED);
      List<DemoLog.Kind> doors =
          demo.log().entries().stream()
              .map(DemoLog.Entry::kind)
              .filter(kind -> kind == DemoLog.Kind.TURNED_AWAY || kind == DemoLog.Kind.CONNECTED)
              .toList();
      assertThat(doors).hasSize(9).filteredOn(DemoLog.Kind.TURNED_AWAY::equals).hasSize(4);
      assertThat(IntStream.range(1, doors.size()))
          .noneMatch(i ->
              doors.get(i) == DemoLog.Kind.TURNED_AWAY
                  && doors.get(i - 1) == DemoLog.Kind.TURNED_AWAY);
    }
  }
}
