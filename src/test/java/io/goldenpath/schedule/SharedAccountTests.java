package io.goldenpath.schedule;

import static io.goldenpath.schedule.ScheduleFixture.MINUTE;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.run.Trigger;
import io.goldenpath.model.target.RateLimits;
import io.goldenpath.model.target.Secret;
import io.goldenpath.model.target.User;
import io.goldenpath.model.time.Cadence;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Targets that log in as one account at one address never exceed its sessions together. */
class SharedAccountTests {

  private static final Cadence EACH_MINUTE = Cadence.every(MINUTE, MINUTE);

  private final ManualTime time = new ManualTime();
  private final RecordingListener recorded = new RecordingListener();
  private final RunQueue queue =
      new RunQueue(
          RunOrigin.untraced("local"),
          new RunNotifier(List.of(recorded)),
          time.clocks(),
          new Confirmations(time.clocks()),
          ControlledJourney.threads());
  private final AccountLeases leases = new AccountLeases();
  private final Map<ControlledJourney, ScheduledProbe> scheduled = new HashMap<>();

  @AfterEach
  void close() {
    queue.close();
  }

  @Test
  void theirRunsTakeTurns() throws Exception {
    ControlledJourney first = journey("first", "anna@example.com", 1);
    ControlledJourney second = journey("second", "anna@example.com", 1);
    ControlledJourney.ControlledRun running = begin(first);
    admit(second);
    assertThat(recorded.read()).containsExactly("started first late 0");

    running.pass();

    second.nextRun().pass();
    assertThat(recorded.read())
        .containsExactly(
            "finished first passed", "started second late 0", "finished second passed");
  }

  @Test
  void aRunThatWaitsTooLongForTheOtherTargetIsSkipped() throws Exception {
    ControlledJourney first = journey("first", "anna@example.com", 1);
    ControlledJourney second = journey("second", "anna@example.com", 1);
    ControlledJourney.ControlledRun running = begin(first);
    admit(second);
    recorded.read();

    time.advance(Duration.ofSeconds(6));

    assertThat(recorded.read()).containsExactly("skipped second user_busy");
    running.pass();
  }

  @Test
  void capitalsMakeNoOtherAccount() throws Exception {
    ControlledJourney first = journey("first", "Anna@Example.com", 1);
    ControlledJourney second = journey("second", "anna@example.COM", 1);
    ControlledJourney.ControlledRun running = begin(first);

    admit(second);

    assertThat(recorded.read()).containsExactly("started first late 0");
    running.pass();
    second.nextRun().pass();
  }

  @Test
  void anotherAccountWaitsForNobody() throws Exception {
    ControlledJourney first = journey("first", "anna@example.com", 1);
    ControlledJourney second = journey("second", "bert@example.com", 1);
    ControlledJourney.ControlledRun running = begin(first);

    admit(second);

    second.nextRun().pass();
    running.pass();
  }

  @Test
  void twoSessionsAreTwoForAllTargetsTogether() throws Exception {
    List<ControlledJourney> three =
        IntStream.range(0, 3).mapToObj(i -> journey("t" + i, "anna@example.com", 2)).toList();
    three.forEach(this::admit);
    ControlledJourney.ControlledRun running = three.get(0).nextRun();
    ControlledJourney.ControlledRun beside = three.get(1).nextRun();
    assertThat(recorded.read()).hasSize(2);

    beside.pass();

    ControlledJourney.ControlledRun last = three.get(2).nextRun();
    running.pass();
    last.pass();
  }

  @Test
  void theFewestSessionsThatATargetGrantsHoldForAll() throws Exception {
    ControlledJourney one = journey("one", "anna@example.com", 1);
    ControlledJourney two = journey("two", "anna@example.com", 2);
    admit(one);
    ControlledJourney.ControlledRun running = one.nextRun();
    admit(two);
    recorded.read();

    assertThat(recorded.read()).isEmpty();
    running.pass();

    two.nextRun().pass();
  }

  private ControlledJourney.ControlledRun begin(ControlledJourney journey) throws Exception {
    admit(journey);
    return journey.nextRun();
  }

  private void admit(ControlledJourney journey) {
    ScheduledProbe probe =
        scheduled.computeIfAbsent(
            journey, _ -> new ScheduledProbe(journey, new TargetRateLimiter(time, leases)));
    assertThat(queue.admit(probe, Trigger.SCHEDULE, time.nanos()))
        .isInstanceOf(RunAdmission.Accepted.class);
  }

  private static ControlledJourney journey(String target, String email, int sessions) {
    List<User> users =
        IntStream.rangeClosed(1, sessions)
            .mapToObj(slot -> new User(slot, 1, Map.of("email", Secret.of(email))))
            .toList();
    return new ControlledJourney(
        ScheduleFixture.probe(target, EACH_MINUTE, users, RateLimits.DEFAULTS));
  }
}
