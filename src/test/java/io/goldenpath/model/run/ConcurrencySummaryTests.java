package io.goldenpath.model.run;

import static io.goldenpath.model.run.SampleFindings.stall;
import static io.goldenpath.model.run.SampleRuns.NOON;
import static io.goldenpath.model.run.SampleRuns.millis;
import static io.goldenpath.model.run.SampleUsers.answered;
import static io.goldenpath.model.run.SampleUsers.listening;
import static io.goldenpath.model.run.SampleUsers.stalled;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.finding.Severity;
import io.goldenpath.model.probe.Probe;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ConcurrencySummaryTests {

  private final Probe probe = SampleRuns.isolation("demo", 4);

  @Test
  void isNothingOfOneUser() {
    assertThat(ConcurrencySummary.of(SampleRuns.passed(SampleRuns.probe("demo"), "a", NOON)))
        .isEmpty();
    assertThat(ConcurrencySummary.of(SampleRuns.broken(probe, "a", NOON))).isEmpty();
  }

  @Test
  void comparesHowFastTheUsersWereServed() {
    ConcurrencySummary four =
        of(answered(1, 400), answered(2, 1220), answered(3, 610), answered(4, 800));

    assertThat(requireNonNull(four.answer()).fastest())
        .isEqualTo(new UserLatencies.UserLatency(1, millis(400)));
    assertThat(requireNonNull(four.answer()).slowest())
        .isEqualTo(new UserLatencies.UserLatency(2, millis(1220)));
    assertThat(requireNonNull(four.answer()).spread()).isEqualTo(millis(820));
    assertThat(requireNonNull(four.firstEvent()).slowest())
        .isEqualTo(new UserLatencies.UserLatency(2, millis(311)));
    assertThat(four.connected()).hasToString("4 of 4");
    assertThat(four.succeeded().ratio()).isEqualTo(1);
  }

  @Test
  void whoGotNoAnswerDidNotSucceedAndIsNotTheSlowest() {
    ConcurrencySummary run =
        ConcurrencySummary.of(
                SampleRuns.withUsers(
                    probe, "a", NOON, List.of(answered(1, 400), stalled(2)), stall(2)))
            .orElseThrow();

    assertThat(run.succeeded()).hasToString("1 of 2");
    assertThat(run.connected()).hasToString("2 of 2");
    assertThat(requireNonNull(run.answer()).slowest().slot()).isEqualTo(1);
    assertThat(requireNonNull(run.answer()).spread()).isZero();
  }

  @Test
  void aLoweredWeightDoesNotHideWhoFailed() {
    Finding lowered = stall(2).withSeverity(Severity.WARNING);

    Run run =
        SampleRuns.withUsers(probe, "a", NOON, List.of(answered(1, 400), stalled(2)), lowered);

    assertThat(ConcurrencySummary.of(run).orElseThrow().succeeded()).hasToString("1 of 2");
  }

  @Test
  void whoWasShownWhatIsAnothersDidNotSucceed() {
    Run run =
        SampleRuns.withUsers(
            probe,
            "a",
            NOON,
            List.of(answered(1, 400), answered(2, 400)),
            SampleFindings.leak(2, 1));

    assertThat(ConcurrencySummary.of(run).orElseThrow().succeeded()).hasToString("1 of 2");
  }

  @Test
  void listenersAreConnectedAndHaveNothingToSucceedIn() {
    ConcurrencySummary run = of(answered(1, 400), answered(2, 400), listening(3));

    assertThat(run.connected()).hasToString("3 of 3");
    assertThat(run.succeeded()).hasToString("2 of 2");
  }

  @Test
  void whoWasNotLetInIsNotConnected() {
    UserRun refused = SampleRuns.refused(probe, "a", NOON).users().getFirst();

    ConcurrencySummary run = of(refused, answered(2, 400), answered(3, 500));

    assertThat(run.connected()).hasToString("2 of 3");
    assertThat(run.succeeded()).hasToString("2 of 3");
  }

  @Test
  void growsByTheTimeOfOneWhereUsersAreServedOneAfterTheOther() {
    for (int users : List.of(2, 3, 4, 5, 12, 150, 1000)) {
      assertThat(growth(IntStream.rangeClosed(1, users).map(i -> 200 * i)))
          .as("%d users", users)
          .isEqualTo(millis(200));
    }
  }

  @Test
  void growsByItsShareWhereTwoAreServedAtATime() {
    Duration growth = growth(IntStream.range(0, 100).map(i -> 200 * (1 + i / 2)));

    assertThat(growth).isEqualTo(millis(100));
  }

  @Test
  void growsHardlyWhereAllAreServedSideBySide() {
    Random random = new Random(7);

    Duration growth = growth(IntStream.range(0, 150).map(_ -> 1200 + random.nextInt(300)));

    assertThat(growth).isLessThan(millis(3));
  }

  @Test
  void fewStragglersAreNoGrowth() {
    assertThat(growth(IntStream.of(1200, 1200, 1200, 9000))).isZero();
    assertThat(growth(IntStream.range(0, 100).map(i -> i < 80 ? 1200 : 9000))).isZero();
  }

  @Test
  void theOrderOfTheUsersDoesNotMatter() {
    List<Integer> times = new ArrayList<>(IntStream.rangeClosed(1, 50).boxed().toList());
    Collections.shuffle(times, new Random(7));

    assertThat(growth(times.stream().mapToInt(i -> 200 * i))).isEqualTo(millis(200));
  }

  private Duration growth(IntStream answers) {
    int[] times = answers.toArray();
    ConcurrencySummary run =
        of(
            IntStream.range(0, times.length)
                .mapToObj(i -> answered(i + 1, times[i]))
                .toArray(UserRun[]::new));
    return requireNonNull(run.answer()).growthPerUser();
  }

  private ConcurrencySummary of(UserRun... users) {
    return ConcurrencySummary.of(SampleRuns.withUsers(probe, "a", NOON, Stream.of(users).toList()))
        .orElseThrow();
  }
}
