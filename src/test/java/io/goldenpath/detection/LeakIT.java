package io.goldenpath.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.goldenpath.catalogue.fault.ResidueFaults;
import io.goldenpath.model.finding.Evidence;
import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.run.Frame;
import io.goldenpath.model.run.Journey;
import io.goldenpath.model.run.Outcome;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.UserRun;
import io.goldenpath.wire.TestSize;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** One user sees what is another's, in one run of several: that, and nothing else, is found. */
class LeakIT {

  private static final int USERS = TestSize.of(6, 150);
  private static final int RUNS = TestSize.of(1, 20);
  private static final int AT_ONCE = TestSize.of(4, 2);
  private static final int PATIENCE_SECONDS = TestSize.of(180, 3_600);

  private static final String INTRUDES = "journeys.isolation.foreign-thread";

  @SuppressWarnings("NullAway.Init")
  private static ExecutorService walkers;

  private static final Semaphore turn = new Semaphore(AT_ONCE, true);

  @BeforeAll
  static void start() {
    walkers = Executors.newVirtualThreadPerTaskExecutor();
  }

  @AfterAll
  static void stop() {
    walkers.shutdownNow();
  }

  @TestFactory
  Stream<DynamicTest> namesBothUsersOfEachLeakAndFindsNothingElse() {
    List<DetectionCase> cases = LeakCases.cases().toList();
    List<Future<List<Run>>> walked =
        cases.stream().map(one -> walkers.submit(() -> walk(one))).toList();
    return Stream.iterate(0, i -> i + 1)
        .limit(cases.size())
        .map(i ->
            dynamicTest(
                cases.get(i).behaviour().name(),
                () -> check(cases.get(i), walked.get(i).get(PATIENCE_SECONDS, TimeUnit.SECONDS))));
  }

  /** Good runs, and one with the leak in it at the end. */
  private static List<Run> walk(DetectionCase one) throws Exception {
    turn.acquire();
    int listeners =
        Integer.parseInt(one.settings().getOrDefault("journeys.isolation.listeners", "0"));
    int runs = ResidueFaults.GROUP.all().contains(one.behaviour()) ? Math.max(2, RUNS) : RUNS;
    try (MonitoredUsers monitoredUsers = new MonitoredUsers(USERS)) {
      Journey journey = monitoredUsers.journey(one.settings(), USERS - listeners);
      return Stream.iterate(1, i -> i + 1)
          .limit(runs)
          .map(run -> {
            if (run == runs) {
              monitoredUsers
                  .demo()
                  .faults()
                  .switchOn(one.behaviour(), monitoredUsers.user(victim(one)));
            }
            return monitoredUsers.walk(journey);
          })
          .toList();
    } finally {
      turn.release();
    }
  }

  private static void check(DetectionCase one, List<Run> runs) {
    List<Run> good = runs.subList(0, runs.size() - 1);
    Run leaking = runs.getLast();

    assertThat(good).allSatisfy(run -> assertThat(run.findings()).isEmpty());
    assertThat(leaking.findings().stream().map(ExpectedFinding::of).collect(Collectors.toSet()))
        .as(() -> one.behaviour().description() + "\n" + story(leaking))
        .isEqualTo(one.signs());
    assertThat(leaking.findings()).allSatisfy(finding -> concerns(finding, one));
    assertThat(leaking.outcome()).isEqualTo(Outcome.FAILED);
  }

  /** Both users with their frames; an earlier session is in no transcript of this run. */
  private static void concerns(Finding finding, DetectionCase one) {
    assertThat(finding.evidence().frames()).isNotEmpty();
    Optional<Evidence.OtherUser> other = Optional.ofNullable(finding.evidence().otherUser());
    if (finding.kind() == FindingKind.LEAK_RESIDUE) {
      assertThat(finding.slot()).isEqualTo(victim(one));
    } else {
      assertThat(other).as(finding.message()).isPresent();
      assertThat(other.get().frames()).isNotEmpty();
      assertThat(Set.of(finding.slot(), other.get().slot())).hasSize(2).contains(victim(one));
    }
  }

  /** A user in the middle, or the one who goes where nobody may. */
  private static int victim(DetectionCase one) {
    return one.settings().containsKey(INTRUDES) ? 1 : USERS / 2;
  }

  private static String story(Run run) {
    return run.findings().stream()
        .map(finding -> finding + "\n" + frames(run, finding))
        .collect(Collectors.joining("\n"));
  }

  private static String frames(Run run, Finding finding) {
    return run.users().stream()
        .filter(user -> user.slot() == finding.slot())
        .map(UserRun::transcript)
        .flatMap(transcript -> transcript.frames().stream())
        .map(LeakIT::line)
        .collect(Collectors.joining("\n"));
  }

  private static String line(Frame frame) {
    return "%3d %6d ms %s %s"
        .formatted(frame.number(), frame.at().toMillis(), frame.direction(), frame.text());
  }
}
