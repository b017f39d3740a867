package io.goldenpath.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.goldenpath.catalogue.fault.FirstFaults;
import io.goldenpath.catalogue.variant.AgentVariants;
import io.goldenpath.demo.platform.DemoLog;
import io.goldenpath.demo.script.DemoActivity;
import io.goldenpath.demo.script.DemoActivity.Kind;
import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.finding.Severity;
import io.goldenpath.model.finding.Step;
import io.goldenpath.model.run.Frame;
import io.goldenpath.model.run.Journey;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.StepResult;
import io.goldenpath.model.run.UserRun;
import io.goldenpath.wire.TestSize;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Many good users at once, each with a run of thirty events: nothing is found between them. */
class MonitoredUsersIT {

  @ParameterizedTest
  @CsvSource({"12, 2, 100", "150, 1, 100", "1000, 0, 5"})
  void findsNothingBetweenGoodUsers(int users, int small, int full) {
    int times = TestSize.of(small, full);
    assumeThat(times).as("so many users take long: in profile thorough").isPositive();
    try (MonitoredUsers monitoredUsers = new MonitoredUsers(users)) {
      monitoredUsers.demo().faults().switchOn(AgentVariants.BUSY_AGENT);
      Journey journey = monitoredUsers.journey(Map.of());

      for (int i = 0; i < times; i++) {
        Run run = monitoredUsers.walk(journey);

        assertThat(run.findings()).filteredOn(MonitoredUsersIT::counts).isEmpty();
        assertThat(run.users())
            .hasSize(users)
            .allSatisfy(user -> assertThat(user.events()).hasSize(30));
      }
      System.out.println(users + " users: " + times + " runs without a finding");
    }
  }

  @Test
  void isAGoodGuestInACrowd() {
    int users = 12;
    try (MonitoredUsers monitoredUsers = new MonitoredUsers(users)) {
      DemoLog log = DemoLog.of(monitoredUsers.demo());
      Journey journey =
          monitoredUsers.journey(
              Map.of("journeys.isolation.listeners", "2", "manners.logins", "3"), users - 2);
      monitoredUsers.walk(journey);
      List<UserRun> second = monitoredUsers.walk(journey).users();

      assertThat(second).hasSize(users);
      assertThat(log.entries())
          .filteredOn(of(Kind.CLOSED))
          .hasSize(monitoredUsers.walks() * users)
          .extracting(DemoActivity::detail)
          .containsOnly("1000");
      assertThat(log.entries()).filteredOn(of(Kind.LOGIN)).hasSize(users);
      assertThat(log.entries())
          .filteredOn(of(Kind.MESSAGE))
          .filteredOn(entry -> entry.detail().equals("pong"))
          .hasSizeGreaterThanOrEqualTo(2 * users);
      assertThat(log.entries())
          .filteredOn(of(Kind.UPGRADE))
          .extracting(DemoActivity::detail)
          .noneMatch(names -> names.matches("(?i).*(test|e2e).*"));
    }
  }

  @Test
  void asksWhenTheLastIsReady() {
    try (MonitoredUsers monitoredUsers = new MonitoredUsers(8)) {
      Run run = monitoredUsers.walk(monitoredUsers.journey(Map.of()));

      List<Duration> asked =
          run.users().stream().flatMap(user -> user.sentAt().stream()).sorted().toList();
      Duration ready =
          run.users().stream()
              .flatMap(user -> user.step(Step.WELCOME).stream())
              .map(StepResult::end)
              .max(Duration::compareTo)
              .orElseThrow();
      assertThat(asked).hasSize(8);
      assertThat(asked.getFirst()).isGreaterThanOrEqualTo(ready);
    }
  }

  @Test
  void saysWhetherItCouldAskOnAnothersThread() {
    try (MonitoredUsers monitoredUsers = new MonitoredUsers(2)) {
      Journey journey = monitoredUsers.journey(Map.of("journeys.isolation.foreign-thread", "true"));

      assertThat(notes(monitoredUsers.walk(journey)))
          .contains("sends a question on another user's thread");

      monitoredUsers
          .demo()
          .faults()
          .switchOn(FirstFaults.SILENT_AFTER_MESSAGE, monitoredUsers.user(2));
      assertThat(notes(monitoredUsers.walk(journey)))
          .contains("no event has named another user's thread: nothing is asked on one");
    }
  }

  /** The notes among the first user's frames. */
  private static List<String> notes(Run run) {
    return run.users().getFirst().transcript().frames().stream()
        .filter(frame -> frame.direction() == Frame.Direction.NOTE)
        .map(Frame::text)
        .toList();
  }

  private static boolean counts(Finding finding) {
    return finding.severity() != Severity.INFO;
  }

  private static Predicate<DemoActivity> of(Kind kind) {
    return entry -> entry.kind() == kind;
  }
}
