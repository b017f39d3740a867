package io.goldenpath.strip;

import static io.goldenpath.model.run.SampleRuns.NOON;
import static io.goldenpath.model.run.SampleRuns.millis;
import static org.assertj.core.api.Assertions.assertThat;

import io.goldenpath.model.finding.Evidence;
import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.finding.Severity;
import io.goldenpath.model.finding.Step;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.EventArrival;
import io.goldenpath.model.run.ReusedLogins;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.SampleRuns;
import io.goldenpath.model.run.UserRun;
import io.goldenpath.strip.Station.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class PathStripTests {

  private final Probe probe = SampleRuns.probe("demo");

  @Test
  void everyStationWaitsBeforeTheFirstRun() {
    PathStrip strip = PathStrip.waiting(probe);

    assertThat(strip.stations())
        .extracting(Station::label)
        .containsExactly(
            "login",
            "connect",
            "welcome",
            "send",
            "agent_started",
            "agent_thinking",
            "tool_executing",
            "tool_completed",
            "agent_completed",
            "answer",
            "close");
    assertThat(strip.stations()).extracting(Station::state).containsOnly(State.WAITING);
    assertThat(strip.stations()).extracting(Station::timing).containsOnly("");
  }

  @Test
  void tellsHowOldAReusedTokenIsAndNotThatALoginWasFast() {
    Run run = ReusedLogins.of(SampleRuns.passed(probe, "a", NOON), Duration.ofMinutes(3));

    Station login = only(run).stations().getFirst();

    assertThat(login.state()).isEqualTo(State.REUSED);
    assertThat(login.timing()).isEqualTo("reused, 3 min old");
    assertThat(only(run).worstStation()).isEmpty();
  }

  @Test
  void tellsHowLongEachStepTookAndWhenEachEventCameAfterTheMessage() {
    PathStrip strip = only(SampleRuns.passed(probe, "a", NOON));

    assertThat(strip.worstStation()).isEmpty();
    assertThat(strip.stations()).extracting(Station::state).containsOnly(State.PASSED).hasSize(11);
    assertThat(strip.stations())
        .extracting(Station::timing)
        .containsExactly(
            "41 ms",
            "24 ms",
            "25 ms",
            "1 ms",
            "+311 ms",
            "+443 ms",
            "+612 ms",
            "+999 ms",
            "+1220 ms",
            "+1220 ms",
            "30 ms");
  }

  @Test
  void anEventThatNeverCameIsTheBrokenStation() {
    Station broken = broken(SampleRuns.missing(probe, "a", NOON));

    assertThat(broken.label()).isEqualTo("agent_thinking");
    assertThat(broken.state()).isEqualTo(State.FAILED);
    assertThat(broken.at()).isNull();
    assertThat(broken.timing()).isEqualTo("never");
    assertThat(broken.fault().orElseThrow().evidence().expected()).isEqualTo("agent_thinking");
  }

  @Test
  void aStallBreaksTheStationThatWasNextAndSkipsTheRest() {
    PathStrip strip = only(SampleRuns.stalled(probe, "a", NOON));

    assertThat(strip.worstStation().orElseThrow().label()).isEqualTo("tool_executing");
    assertThat(strip.worstStation().orElseThrow().at()).isEqualTo(millis(1733));
    assertThat(strip.worstStation().orElseThrow().timing()).isEqualTo("+1643 ms");
    assertThat(strip.stations())
        .extracting(Station::label, Station::state)
        .contains(
            Tuple.tuple("agent_thinking", State.PASSED),
            Tuple.tuple("tool_completed", State.SKIPPED),
            Tuple.tuple("agent_completed", State.SKIPPED),
            Tuple.tuple("answer", State.SKIPPED),
            Tuple.tuple("close", State.PASSED));
  }

  @Test
  void aRefusedConnectLeavesAllThatFollowsSkipped() {
    PathStrip strip = only(SampleRuns.refused(probe, "a", NOON));

    assertThat(strip.worstStation().orElseThrow().label()).isEqualTo("connect");
    assertThat(strip.stations().subList(2, 11))
        .extracting(Station::state)
        .containsOnly(State.SKIPPED);
  }

  @Test
  void aWarningDegradesTheEventWhoseFrameItSpeaksOf() {
    Station broken = broken(SampleRuns.late(probe, "a", NOON));

    assertThat(broken.label()).isEqualTo("agent_started");
    assertThat(broken.state()).isEqualTo(State.DEGRADED);
    assertThat(broken.timing()).isEqualTo("+311 ms");
  }

  @Test
  void aFaultOfTheMonitorHasAStationToo() {
    Station broken = broken(SampleRuns.broken(probe, "a", NOON));

    assertThat(broken.label()).isEqualTo("login");
    assertThat(broken.fault().orElseThrow().kind()).isEqualTo(FindingKind.MONITOR_FAULT);
  }

  @Test
  void theHeavierFaultIsTheBrokenStation() {
    Run late = SampleRuns.late(probe, "a", NOON);
    Run wrong = SampleRuns.quoting(probe, "a", NOON, "41");
    Run both = with(wrong, findings(late, wrong), wrong.users().getFirst().events());

    assertThat(broken(both).label()).isEqualTo("answer");
  }

  @Test
  void anUnansweredCloseIsNotHeldAgainstTheTarget() {
    Finding slowClose =
        Finding.of(
                FindingKind.TIMED_OUT,
                Step.CLOSE,
                1,
                "our close was not answered within 30 ms",
                new Evidence("close", "nothing", millis(1842), List.of()))
            .withSeverity(Severity.INFO);
    Run run = SampleRuns.passed(probe, "a", NOON);

    PathStrip strip = only(with(run, List.of(slowClose), run.users().getFirst().events()));

    assertThat(strip.worstStation()).isEmpty();
    assertThat(strip.stations().getLast().finding()).isEqualTo(slowClose);
  }

  @Test
  void theFirstOfSeveralArrivalsMarksTheStationAndTheLastOneTheTerminal() {
    List<EventArrival> events =
        new ArrayList<>(SampleRuns.passed(probe, "a", NOON).users().getFirst().events());
    events.add(2, mark("agent_completed", 540));
    events.add(3, mark("agent_thinking", 650));
    Run run = with(SampleRuns.passed(probe, "a", NOON), List.of(), events);

    assertThat(only(run).stations())
        .extracting(Station::label, Station::at)
        .contains(
            Tuple.tuple("agent_thinking", millis(533)),
            Tuple.tuple("agent_completed", millis(1310)));
  }

  @Test
  void aSubAgentThatCompletesDoesNotReachTheTerminalStation() {
    Run stalled = SampleRuns.stalled(probe, "a", NOON);
    List<EventArrival> events = new ArrayList<>(stalled.users().getFirst().events());
    events.add(mark("agent_completed", 600));

    PathStrip strip = only(with(stalled, stalled.findings(), events));

    assertThat(strip.worstStation().orElseThrow().label()).isEqualTo("tool_executing");
    assertThat(strip.stations().get(8).state()).isEqualTo(State.SKIPPED);
  }

  @Test
  void stationsStandInTheOrderInWhichTheyWerePassed() {
    List<EventArrival> events =
        new ArrayList<>(SampleRuns.passed(probe, "a", NOON).users().getFirst().events());
    events.set(1, mark("agent_thinking", 800));
    Run run = with(SampleRuns.passed(probe, "a", NOON), List.of(), events);

    assertThat(only(run).stations().subList(4, 8))
        .extracting(Station::label)
        .containsExactly("agent_started", "tool_executing", "agent_thinking", "tool_completed");
  }

  @Test
  void anEventThatTheRunCouldDoWithoutIsSkipped() {
    List<EventArrival> events =
        new ArrayList<>(SampleRuns.passed(probe, "a", NOON).users().getFirst().events());
    events.remove(2);
    Run run = with(SampleRuns.passed(probe, "a", NOON), List.of(), events);

    assertThat(only(run).worstStation()).isEmpty();
    assertThat(only(run).stations().get(6).state()).isEqualTo(State.SKIPPED);
  }

  private PathStrip only(Run run) {
    return PathStrip.ofWorstUser(probe, run);
  }

  private Station broken(Run run) {
    return only(run).worstStation().orElseThrow();
  }

  private static List<Finding> findings(Run... runs) {
    return List.of(runs).stream().flatMap(run -> run.findings().stream()).toList();
  }

  private static EventArrival mark(String event, long at) {
    return new EventArrival(event, millis(at), Duration.ofMillis(at - 91), at, 40, 0);
  }

  private static Run with(Run run, List<Finding> findings, List<EventArrival> events) {
    UserRun user = run.users().getFirst();
    return Run.of(
        run.info(),
        run.duration(),
        findings,
        List.of(
            new UserRun(
                user.slot(),
                user.steps(),
                user.connectPhases(),
                events,
                user.transcript(),
                user.expiry())));
  }
}
