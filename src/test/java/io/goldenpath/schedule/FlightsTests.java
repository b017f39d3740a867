package io.goldenpath.schedule;

import static io.goldenpath.schedule.Bench.MINUTE;
import static io.goldenpath.schedule.Bench.probe;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.probe.Cadence;
import io.goldenpath.probe.Evidence;
import io.goldenpath.probe.Finding;
import io.goldenpath.probe.FindingKind;
import io.goldenpath.probe.Manners;
import io.goldenpath.probe.Run;
import io.goldenpath.probe.RunTicket;
import io.goldenpath.probe.SkipReason;
import io.goldenpath.probe.Step;
import io.goldenpath.probe.Trigger;
import io.goldenpath.probe.User;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Probes of one target: they share its gate, and so its users and its budget. */
class FlightsTests {

  private static final Cadence EACH_MINUTE = Cadence.every(MINUTE, MINUTE);

  private final ManualTime time = new ManualTime();
  private final Notebook notebook = new Notebook();
  private final Flights flights =
      new Flights("local", new Audience(List.of(notebook)), time.clocks());
  private final Gate gate = new Gate(time);

  @AfterEach
  void close() {
    flights.close();
  }

  @Test
  void aRunThatFindsNoFreeUserWaitsForOne() throws Exception {
    Travel first = travel("first", 1);
    Travel second = travel("second", 1);
    admit(first);
    Travel.Trip trip = first.trip();

    RunRequest request = admit(second);

    assertThat(request).isInstanceOf(RunRequest.Accepted.class);
    assertThat(flights.tickets())
        .extracting(ticket -> ticket.probe().target())
        .containsExactly("first", "second");
    time.advance(Duration.ofSeconds(4));
    notebook.read();
    trip.passes();
    Travel.Trip waited = second.trip();
    assertThat(waited.ticket().id()).isEqualTo(((RunRequest.Accepted) request).id());
    assertThat(waited.ticket().startedAt()).isEqualTo(time.instant());
    assertThat(notebook.read())
        .containsExactly("finished first passed", "started second late 4000");
    time.advance(MINUTE);
    waited.passes();
    assertThat(notebook.read()).containsExactly("finished second passed");
  }

  @Test
  void aRunThatHasWaitedATenthOfItsPeriodIsSkipped() throws Exception {
    Travel first = travel("first", 1);
    Travel second = travel("second", 1);
    admit(first);
    Travel.Trip trip = first.trip();
    admit(second);
    notebook.read();

    time.advance(Duration.ofMillis(5999));
    assertThat(notebook.read()).isEmpty();
    time.advance(Duration.ofMillis(1));

    assertThat(notebook.read()).containsExactly("skipped second user_busy");
    trip.passes();
    assertThat(flights.tickets()).isEmpty();
  }

  @Test
  void whoWaitsLongestIsServedFirstAndNobodyJumpsTheQueue() throws Exception {
    Travel first = travel("first", 1);
    Travel second = travel("second", 1);
    Travel third = travel("third", 1);
    admit(first);
    Travel.Trip trip = first.trip();
    admit(second);
    admit(third);

    trip.passes();
    admit(first);
    second.trip().passes();
    third.trip().passes();
    first.trip().passes();

    assertThat(notebook.read())
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
    List<Travel> all =
        List.of("a", "b", "c", "d").stream()
            .map(name -> new Travel(probe(name, EACH_MINUTE, users, Manners.DEFAULTS)))
            .toList();
    all.forEach(this::admit);

    assertThat(
            List.of(all.get(0).trip(), all.get(1).trip(), all.get(2).trip()).stream()
                .map(trip -> trip.user().slot()))
        .containsExactly(1, 2, 3);
    assertThat(flights.tickets()).hasSize(4);
    time.advance(Duration.ofSeconds(6));
    assertThat(notebook.read()).contains("skipped d user_busy");
  }

  @Test
  void theBudgetOfSocketsHoldsForAllProbesOfATargetTogether() throws Exception {
    Manners two = new Manners(3, 2);
    Travel first = new Travel(probe("first", EACH_MINUTE, 3, two));
    Travel second = new Travel(probe("second", EACH_MINUTE, 3, two));
    Travel third = new Travel(probe("third", EACH_MINUTE, 3, two));
    admit(first);
    time.advance(Duration.ofSeconds(10));
    admit(second);

    assertThat(admit(third))
        .isEqualTo(new RunRequest.Refused(SkipReason.BUDGET, Duration.ofSeconds(50)));
    first.trip().passes();
    second.trip().passes();
    time.advance(Duration.ofSeconds(50));
    assertThat(admit(third)).isInstanceOf(RunRequest.Accepted.class);
    third.trip().passes();
  }

  @Test
  void aWaitingRunIsSkippedWhenTheBudgetIsSpentBeforeItsTurn() throws Exception {
    Manners one = new Manners(3, 1);
    Travel first = new Travel(probe("first", EACH_MINUTE, 1, new Manners(3, 2)));
    Travel second = new Travel(probe("second", EACH_MINUTE, 1, new Manners(3, 2)));
    admit(first);
    Travel.Trip trip = first.trip();
    Slot waiting = new Slot(second, gate);
    flights.admit(waiting, Trigger.SCHEDULE, time.nanos());
    flights.move(
        Map.of(waiting.id(), new Slot(new Travel(probe("second", EACH_MINUTE, 1, one)), gate)));

    trip.passes();

    assertThat(notebook.read()).last().isEqualTo("skipped second budget");
    assertThat(flights.tickets()).isEmpty();
  }

  @Test
  void aTargetThatShedsIsLeftAloneForHalfAMinute() throws Exception {
    Travel first = travel("first", 1);
    Travel second = travel("second", 1);
    admit(first);
    Travel.Trip trip = first.trip();
    admit(second);
    notebook.read();

    trip.ends(() -> shed(trip.ticket()));

    assertThat(notebook.read())
        .containsExactly("finished first failed", "skipped second backing_off");
    time.advance(Duration.ofSeconds(12));
    assertThat(admit(second))
        .isEqualTo(new RunRequest.Refused(SkipReason.BACKING_OFF, Duration.ofSeconds(18)));
    time.advance(Duration.ofSeconds(18));
    assertThat(admit(second)).isInstanceOf(RunRequest.Accepted.class);
    second.trip().passes();
  }

  @Test
  void aWaitingRunBeginsUnderTheNewSettings() throws Exception {
    Travel first = travel("first", 1);
    Travel second = travel("second", 1);
    admit(first);
    Travel.Trip trip = first.trip();
    admit(second);
    Travel changed = travel("second", 1);

    flights.move(Map.of(changed.probe().id(), new Slot(changed, gate)));
    trip.passes();

    changed.trip().passes();
  }

  @Test
  void aUserThatAReloadBringsIsNotSnatchedFromThoseWhoWait() throws Exception {
    Travel first = travel("first", 1);
    admit(first);
    Travel.Trip trip = first.trip();
    admit(travel("second", 1));
    Travel second = travel("second", 2);
    Travel third = travel("third", 2);

    flights.move(Map.of(second.probe().id(), new Slot(second, gate)));
    admit(third);
    time.advance(Duration.ofSeconds(1));
    trip.passes();

    second.trip().passes();
    third.trip().passes();
    assertThat(notebook.read())
        .filteredOn(line -> line.startsWith("started"))
        .containsExactlyInAnyOrder(
            "started first late 0", "started second late 1000", "started third late 1000");
  }

  @Test
  void aWaitingRunOfAProbeThatIsGoneNeverBegins() throws Exception {
    Travel first = travel("first", 1);
    admit(first);
    Travel.Trip trip = first.trip();
    admit(travel("second", 1));

    flights.move(Map.of());

    assertThat(flights.tickets()).extracting(RunTicket::id).containsExactly(trip.ticket().id());
    notebook.read();
    trip.passes();
    assertThat(notebook.read()).containsExactly("finished first passed");
  }

  @Test
  void aRunThatBreaksBlamesTheMonitorAndFreesItsUser() throws Exception {
    Travel travel = travel("first", 1);
    admit(travel);

    travel
        .trip()
        .ends(() -> {
          throw new IllegalStateException("a bug of ours");
        });

    assertThat(notebook.read()).containsExactly("started first late 0", "finished first broken");
    assertThat(notebook.lastRun().findings())
        .extracting(Finding::kind)
        .containsExactly(FindingKind.MONITOR_FAULT);
    admit(travel);
    travel.trip().passes();
  }

  @Test
  void aRunThatDoesNotEndByItselfIsEnded() throws Exception {
    Travel travel = travel("first", 1);
    admit(travel);
    Travel.Trip hung = travel.trip();
    time.advance(Duration.ofMillis(61_999));
    assertThat(flights.tickets()).hasSize(1);

    time.advance(Duration.ofMillis(1));

    hung.landed();
    assertThat(notebook.read()).containsExactly("started first late 0", "finished first broken");
    assertThat(notebook.lastRun().findings().getFirst().message())
        .contains("the run did not end in time");
  }

  private static Run shed(RunTicket ticket) {
    Finding shed =
        Finding.of(
            FindingKind.SHED,
            Step.WELCOME,
            1,
            "closed with 1013",
            new Evidence("a welcome", "1013", Duration.ofSeconds(1), List.of()));
    return Run.of(ticket, Duration.ofSeconds(1), List.of(shed), List.of());
  }

  private static Travel travel(String name, int users) {
    return new Travel(probe(name, EACH_MINUTE, users, Manners.DEFAULTS));
  }

  private RunRequest admit(Travel travel) {
    return flights.admit(new Slot(travel, gate), Trigger.SCHEDULE, time.nanos());
  }
}
