package io.goldenpath.probe;

import static io.goldenpath.probe.Runs.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SpotlightTests {

  private final Probe crowd = Runs.isolation("demo", 8);
  private final List<UserRun> users =
      IntStream.rangeClosed(1, 8).mapToObj(slot -> Runs.answered(slot, 100 * slot)).toList();

  @Test
  void showsWhoMetTheWorstBesideWhomItConcernsAndThenTheSlowest() {
    Run run =
        Runs.together(
            crowd,
            "a",
            NOON,
            users,
            Runs.stall(4),
            Runs.stall(1).as(Severity.INFO),
            Runs.leak(3, 6));

    Spotlight spotlight = Spotlight.on(run, 5);

    assertThat(spotlight.shown()).extracting(UserRun::slot).containsExactly(3, 6, 4, 8, 7);
    assertThat(spotlight.rest()).extracting(UserRun::slot).containsExactly(5, 2, 1);
  }

  @Test
  void showsAllWhereThereIsRoom() {
    Spotlight spotlight = Spotlight.on(Runs.passed(Runs.probe("demo"), "a", NOON), 20);

    assertThat(spotlight.shown()).hasSize(1);
    assertThat(spotlight.rest()).isEmpty();
  }

  @Test
  void isOnNobodyWhereNobodyTookAStep() {
    assertThat(Spotlight.on(Runs.broken(crowd, "a", NOON), 20).shown()).isEmpty();
  }
}
