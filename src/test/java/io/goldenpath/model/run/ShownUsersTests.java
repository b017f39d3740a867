package io.goldenpath.model.run;

import static io.goldenpath.model.run.SampleRuns.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.finding.Severity;
import io.goldenpath.model.probe.Probe;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShownUsersTests {

  private final Probe crowd = SampleRuns.isolation("demo", 8);
  private final List<UserRun> users =
      IntStream.rangeClosed(1, 8).mapToObj(slot -> SampleUsers.answered(slot, 100 * slot)).toList();

  @Test
  void showsWhoMetTheWorstBesideWhomItConcernsAndThenTheSlowest() {
    Run run =
        SampleRuns.withUsers(
            crowd,
            "a",
            NOON,
            users,
            SampleFindings.stall(4),
            SampleFindings.stall(1).withSeverity(Severity.INFO),
            SampleFindings.leak(3, 6));

    ShownUsers shownUsers = ShownUsers.of(run, 5);

    assertThat(shownUsers.shown()).extracting(UserRun::slot).containsExactly(3, 6, 4, 8, 7);
    assertThat(shownUsers.rest()).extracting(UserRun::slot).containsExactly(5, 2, 1);
  }

  @Test
  void showsWhoGotNoAnswerBeforeTheSlowestAndWhoOnlyListenedLast() {
    List<UserRun> mixed =
        List.of(
            SampleUsers.listening(1),
            SampleUsers.answered(2, 100),
            SampleUsers.stalled(3),
            SampleUsers.answered(4, 900));

    assertThat(ShownUsers.of(List.of(), mixed, 2).shown())
        .extracting(UserRun::slot)
        .containsExactly(3, 4);
    assertThat(ShownUsers.of(List.of(), mixed, 2).rest())
        .extracting(UserRun::slot)
        .containsExactly(2, 1);
  }

  @Test
  void showsAllWhereThereIsRoom() {
    ShownUsers shownUsers =
        ShownUsers.of(SampleRuns.passed(SampleRuns.probe("demo"), "a", NOON), 20);

    assertThat(shownUsers.shown()).hasSize(1);
    assertThat(shownUsers.rest()).isEmpty();
  }

  @Test
  void isOnNobodyWhereNobodyTookAStep() {
    assertThat(ShownUsers.of(SampleRuns.broken(crowd, "a", NOON), 20).shown()).isEmpty();
  }
}
