package io.goldenpath.schedule;

import static io.goldenpath.schedule.ScheduleFixture.MINUTE;
import static io.goldenpath.schedule.ScheduleFixture.probe;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.run.RunInfo;
import io.goldenpath.model.run.Trigger;
import io.goldenpath.model.target.RateLimits;
import io.goldenpath.model.target.User;
import io.goldenpath.model.time.Cadence;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Probes of one target wait for its users, in order. */
class RunQueueTests {

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
  private final TargetRateLimiter rateLimiter = new TargetRateLimiter(time, new AccountLeases());

  @AfterEach
  void close() {
    queue.close();
  }

  @Test
  void aRunThatFindsNoFreeUserWaitsForOne() throws Exception {
    ControlledJourney first = journey("first", 1);
    ControlledJourney second = journey("second", 1);
    admit(first);
    ControlledJourney.ControlledRun controlled = first.nextRun();

    RunAdmission request = admit(second);

    assertThat(request).isInstanceOf(RunAdmission.Accepted.class);
    assertThat(queue.inFlight())
        .extracting(ticket -> ticket.probe().target())
        .containsExactly("first", "second");
    time.advance(Duration.ofSeconds(4));
    recorded.read();
    controlled.pass();
    ControlledJourney.ControlledRun waited = second.nextRun();
    assertThat(waited.ticket().id()).isEqualTo(((RunAdmission.Accepted) request).id());
    assertThat(waited.ticket().startedAt()).isEqualTo(time.instant());
    assertThat(recorded.read())
        .containsExactly("finished first passed", "started second late 4000");
    time.advance(MINUTE);
    waited.pass();
    assertThat(recorded.read()).containsExactly("finished second passed");
  }

  @Test
  void aRunThatHasWaitedATenthOfItsPeriodIsSkipped() throws Exception {
    ControlledJourney first = journey("first", 1);
    ControlledJourney second = journey("second", 1);
    admit(first);
    ControlledJourney.ControlledRun controlled = first.nextRun();
    admit(second);
    recorded.read();

    time.advance(Duration.ofMillis(5999));
    assertThat(recorded.read()).isEmpty();
    time.advance(Duration.ofMillis(1));

    assertThat(recorded.read()).containsExactly("skipped second user_busy");
    controlled.pass();
    assertThat(queue.inFlight()).isEmpty();
  }

  @Test
  void whoWaitsLongestIsServedFirstAndNobodyJumpsTheQueue() throws Exception {
    ControlledJourney first = journey("first", 1);
    ControlledJourney second = journey("second", 1);
    ControlledJourney third = journey("third", 1);
    admit(first);
    ControlledJourney.ControlledRun controlled = first.nextRun();
    admit(second);
    admit(third);

    controlled.pass();
    admit(first);
    second.nextRun().pass();
    third.nextRun().pass();
    first.nextRun().pass();

    assertThat(recorded.read())
        .filteredOn(line -> line.startsWith("started"))
        .containsExactly(
            "started first late 0",
            "started second late 0",
            "started third late 0",
            "started first late 0");
  }

  @Test
  void usersTakeTurnsEachAsOftenAsItsSessionsAllow() throws Exception {
    List<User> users =
        List.of(new User(1, 1, Map.of()), new User(2, 2, Map.of()), new User(3, 2, Map.of()));
    List<ControlledJourney> all =
        List.of("a", "b", "c", "d").stream()
            .map(
                name -> new ControlledJourney(probe(name, EACH_MINUTE, users, RateLimits.DEFAULTS)))
            .toList();
    all.forEach(this::admit);

    assertThat(
            List.of(all.get(0).nextRun(), all.get(1).nextRun(), all.get(2).nextRun()).stream()
                .map(controlled -> controlled.user().slot()))
        .containsExactly(1, 2, 3);
    assertThat(queue.inFlight()).hasSize(4);
    time.advance(Duration.ofSeconds(6));
    assertThat(recorded.read()).contains("skipped d user_busy");
  }

  @Test
  void aWaitingRunBeginsUnderTheNewSettings() throws Exception {
    ControlledJourney first = journey("first", 1);
    ControlledJourney second = journey("second", 1);
    admit(first);
    ControlledJourney.ControlledRun controlled = first.nextRun();
    admit(second);
    ControlledJourney changed = journey("second", 1);

    queue.reassign(Map.of(changed.probe().id(), new ScheduledProbe(changed, rateLimiter)));
    controlled.pass();

    changed.nextRun().pass();
  }

  @Test
  void aUserThatAReloadBringsIsNotSnatchedFromThoseWhoWait() throws Exception {
    ControlledJourney first = journey("first", 1);
    admit(first);
    ControlledJourney.ControlledRun controlled = first.nextRun();
    admit(journey("second", 1));
    ControlledJourney second = journey("second", 2);
    ControlledJourney third = journey("third", 2);

    queue.reassign(Map.of(second.probe().id(), new ScheduledProbe(second, rateLimiter)));
    admit(third);
    time.advance(Duration.ofSeconds(1));
    controlled.pass();

    second.nextRun().pass();
    third.nextRun().pass();
    assertThat(recorded.read())
        .filteredOn(line -> line.startsWith("started"))
        .containsExactlyInAnyOrder(
            "started first late 0", "started second late 1000", "started third late 1000");
  }

  @Test
  void aWaitingRunOfAProbeThatIsGoneNeverBegins() throws Exception {
    ControlledJourney first = journey("first", 1);
    admit(first);
    ControlledJourney.ControlledRun controlled = first.nextRun();
    admit(journey("second", 1));

    queue.reassign(Map.of());

    assertThat(queue.inFlight()).extracting(RunInfo::id).containsExactly(controlled.ticket().id());
    recorded.read();
    controlled.pass();
    assertThat(recorded.read()).containsExactly("finished first passed");
  }

  private static ControlledJourney journey(String name, int users) {
    return new ControlledJourney(probe(name, EACH_MINUTE, users, RateLimits.DEFAULTS));
  }

  private RunAdmission admit(ControlledJourney journey) {
    return queue.admit(new ScheduledProbe(journey, rateLimiter), Trigger.SCHEDULE, time.nanos());
  }
}
