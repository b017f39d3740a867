package io.goldenpath.schedule;

import static io.goldenpath.schedule.ScheduleFixture.MINUTE;
import static io.goldenpath.schedule.ScheduleFixture.probe;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.finding.Evidence;
import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.finding.Step;
import io.goldenpath.model.run.Postponement;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.RunInfo;
import io.goldenpath.model.run.SkipReason;
import io.goldenpath.model.run.Trigger;
import io.goldenpath.model.target.RateLimits;
import io.goldenpath.model.time.Cadence;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Probes of one target share its rate limits, and a run that breaks or hangs frees its user. */
class RunQueueLimitsTests {

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
  void theBudgetOfSocketsHoldsForAllProbesOfATargetTogether() throws Exception {
    RateLimits two = new RateLimits(3, 2);
    ControlledJourney first = new ControlledJourney(probe("first", EACH_MINUTE, 3, two));
    ControlledJourney second = new ControlledJourney(probe("second", EACH_MINUTE, 3, two));
    ControlledJourney third = new ControlledJourney(probe("third", EACH_MINUTE, 3, two));
    admit(first);
    time.advance(Duration.ofSeconds(10));
    admit(second);

    assertThat(admit(third))
        .isEqualTo(
            new RunAdmission.Refused(
                new Postponement(
                    SkipReason.BUDGET,
                    "the target has had manners.connects (2 new sockets in 60 s); raise it, or run less often (every)",
                    Duration.ofSeconds(50))));
    first.nextRun().pass();
    second.nextRun().pass();
    time.advance(Duration.ofSeconds(50));
    assertThat(admit(third)).isInstanceOf(RunAdmission.Accepted.class);
    third.nextRun().pass();
  }

  @Test
  void aWaitingRunIsSkippedWhenTheBudgetIsSpentBeforeItsTurn() throws Exception {
    RateLimits one = new RateLimits(3, 1);
    ControlledJourney first =
        new ControlledJourney(probe("first", EACH_MINUTE, 1, new RateLimits(3, 2)));
    ControlledJourney second =
        new ControlledJourney(probe("second", EACH_MINUTE, 1, new RateLimits(3, 2)));
    admit(first);
    ControlledJourney.ControlledRun controlled = first.nextRun();
    ScheduledProbe waiting = new ScheduledProbe(second, rateLimiter);
    queue.admit(waiting, Trigger.SCHEDULE, time.nanos());
    queue.reassign(
        Map.of(
            waiting.id(),
            new ScheduledProbe(
                new ControlledJourney(probe("second", EACH_MINUTE, 1, one)), rateLimiter)));

    controlled.pass();

    assertThat(recorded.read()).last().isEqualTo("skipped second budget");
    assertThat(queue.inFlight()).isEmpty();
  }

  @Test
  void aTargetThatShedsIsLeftAloneForHalfAMinute() throws Exception {
    ControlledJourney first = journey("first", 1);
    ControlledJourney second = journey("second", 1);
    admit(first);
    ControlledJourney.ControlledRun controlled = first.nextRun();
    admit(second);
    recorded.read();

    controlled.endWith(() -> shed(controlled.ticket()));

    assertThat(recorded.read())
        .containsExactly("finished first failed", "skipped second backing_off");
    time.advance(Duration.ofSeconds(12));
    assertThat(admit(second))
        .isEqualTo(
            new RunAdmission.Refused(
                new Postponement(
                    SkipReason.BACKING_OFF,
                    "the target sheds load, so that it is left alone for 30 s",
                    Duration.ofSeconds(18))));
    time.advance(Duration.ofSeconds(18));
    assertThat(admit(second)).isInstanceOf(RunAdmission.Accepted.class);
    second.nextRun().pass();
  }

  @Test
  void aRunThatBreaksBlamesTheMonitorAndFreesItsUser() throws Exception {
    ControlledJourney journey = journey("first", 1);
    admit(journey);

    journey
        .nextRun()
        .endWith(() -> {
          throw new IllegalStateException("a bug of ours");
        });

    assertThat(recorded.read()).containsExactly("started first late 0", "finished first broken");
    assertThat(recorded.lastRun().findings())
        .extracting(Finding::kind)
        .containsExactly(FindingKind.MONITOR_FAULT);
    admit(journey);
    journey.nextRun().pass();
  }

  @Test
  void aRunThatDoesNotEndByItselfIsEnded() throws Exception {
    ControlledJourney journey = journey("first", 1);
    admit(journey);
    ControlledJourney.ControlledRun hung = journey.nextRun();
    time.advance(Duration.ofMillis(61_999));
    assertThat(queue.inFlight()).hasSize(1);

    time.advance(Duration.ofMillis(1));

    hung.awaitEnd();
    assertThat(recorded.read()).containsExactly("started first late 0", "finished first broken");
    assertThat(recorded.lastRun().findings().getFirst().message())
        .contains("the run did not end in time");
  }

  private static Run shed(RunInfo ticket) {
    Finding shed =
        Finding.of(
            FindingKind.SHED,
            Step.WELCOME,
            1,
            "closed with 1013",
            new Evidence("a welcome", "1013", Duration.ofSeconds(1), List.of()));
    return Run.of(ticket, Duration.ofSeconds(1), List.of(shed), List.of());
  }

  private static ControlledJourney journey(String name, int users) {
    return new ControlledJourney(probe(name, EACH_MINUTE, users, RateLimits.DEFAULTS));
  }

  private RunAdmission admit(ControlledJourney journey) {
    return queue.admit(new ScheduledProbe(journey, rateLimiter), Trigger.SCHEDULE, time.nanos());
  }
}
