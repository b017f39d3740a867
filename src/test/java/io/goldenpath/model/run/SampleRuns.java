package io.goldenpath.model.run;

import io.goldenpath.model.finding.Evidence;
import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.finding.Step;
import io.goldenpath.model.probe.JourneySpec;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.probe.UserScript;
import io.goldenpath.model.target.Login;
import io.goldenpath.model.target.RateLimits;
import io.goldenpath.model.target.RunHooks;
import io.goldenpath.model.target.Secret;
import io.goldenpath.model.target.Target;
import io.goldenpath.model.target.TargetAccess;
import io.goldenpath.model.target.TargetSocket;
import io.goldenpath.model.target.User;
import io.goldenpath.model.time.Cadence;
import io.goldenpath.model.time.TimeLimits;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Runs as journeys would hand them over, for tests of those who only tell of them. */
public final class SampleRuns {

  public static final List<String> EVENTS =
      List.of(
          "agent_started", "agent_thinking", "tool_executing", "tool_completed", "agent_completed");

  public static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

  private static final Instant CERTIFICATE_END = Instant.parse("2027-02-01T00:00:00Z");
  private static final List<Integer> ARRIVALS = List.of(401, 533, 702, 1089, 1310);

  private SampleRuns() {}

  public static Probe probe(String target) {
    return probe(target, new JourneySpec.GoldenPath(), 1);
  }

  /** A probe whose connection is cut after agent_thinking. */
  public static Probe recovery(String target) {
    return probe(
        target,
        new JourneySpec.Recovery(
            JourneySpec.DisconnectMode.CLIENT,
            "agent_thinking",
            JourneySpec.ReconnectStrategy.EITHER,
            List.of(JourneySpec.MalformedMessage.BROKEN_JSON),
            0,
            0),
        1);
  }

  /** Cut after agent_thinking, connected again, and resumed. */
  public static Run recovered(Probe probe, String id, Instant startedAt) {
    return recovery(probe, id, startedAt, passed(Step.RECONNECT, 534, 160), 5);
  }

  /** Cut after agent_thinking, and not let in again. */
  public static Run unrecovered(Probe probe, String id, Instant startedAt) {
    Finding failed =
        Finding.of(
            FindingKind.RECONNECT_FAILED,
            Step.RECONNECT,
            1,
            "no new connection was ready 4500 ms after the cut",
            new Evidence("ready within 4500 ms", "503, three times", millis(1800), List.of(5)));
    return recovery(probe, id, startedAt, failed(Step.RECONNECT, 534, 1266), 2, failed);
  }

  private static Run recovery(
      Probe probe,
      String id,
      Instant startedAt,
      StepResult reconnect,
      int events,
      Finding... findings) {
    List<StepResult> steps = new ArrayList<>(events == 5 ? steps(1310) : stalledSteps());
    steps.add(reconnect);
    return withUsers(
        probe,
        id,
        startedAt,
        List.of(user(steps, events(events), frames("It is 42, code KQXV.").subList(0, 3 + events))),
        findings);
  }

  /** A probe of so many users at once. */
  public static Probe isolation(String target, int users) {
    return probe(target, new JourneySpec.Isolation(users, 100, 0, false), users);
  }

  public static Probe probe(String target, JourneySpec spec, int users) {
    return new Probe(
        new Target(
            target,
            new TargetAccess(
                new Login.None(),
                RunHooks.NONE,
                new TargetSocket(
                    Secret.of("wss://api.example.com/ws"),
                    List.of(),
                    List.of(),
                    Map.of(),
                    4_000_000)),
            User.guests(users),
            "agent-events",
            "default",
            RateLimits.DEFAULTS),
        Cadence.every(Duration.ofSeconds(60), Duration.ofSeconds(60)),
        TimeLimits.DEFAULTS,
        new UserScript(
            UserScript.DEFAULTS.prompt(),
            UserScript.DEFAULTS.tools(),
            UserScript.DEFAULTS.hold(),
            UserScript.DEFAULTS.listen(),
            spec),
        EVENTS);
  }

  public static RunInfo runInfo(Probe probe, String id, Instant startedAt) {
    return new RunInfo(id, probe.id(), "local", Trigger.SCHEDULE, startedAt);
  }

  public static Run passed(Probe probe, String id, Instant startedAt) {
    return Run.of(
        runInfo(probe, id, startedAt),
        millis(1842),
        List.of(),
        List.of(user(steps(1310), events(5), frames("It is 42, code KQXV."))));
  }

  /** Ended well, with the first event later than it should be. */
  public static Run late(Probe probe, String id, Instant startedAt) {
    Finding late =
        Finding.of(
            FindingKind.LATE_EVENT,
            Step.EVENTS,
            1,
            "agent_started came 310 ms after the message (slow after 250 ms)",
            new Evidence("agent_started within 250 ms", "after 310 ms", millis(401), List.of(4)));
    return Run.of(
        runInfo(probe, id, startedAt),
        millis(1842),
        List.of(late),
        List.of(user(steps(1310), events(5), frames("It is 42, code KQXV."))));
  }

  /** All came but agent_thinking. */
  public static Run missing(Probe probe, String id, Instant startedAt) {
    Finding missing =
        Finding.of(
            FindingKind.MISSING_EVENT,
            Step.EVENTS,
            1,
            "agent_thinking never came",
            new Evidence(
                "agent_thinking",
                "agent_started, tool_executing, tool_completed, agent_completed",
                millis(1810),
                List.of(4, 8)));
    List<EventArrival> events = new ArrayList<>(events(5));
    events.remove(1);
    List<StepResult> steps = new ArrayList<>(steps(1310));
    steps.set(4, failed(Step.EVENTS, 91, 1219));
    return Run.of(
        runInfo(probe, id, startedAt),
        millis(1842),
        List.of(missing),
        List.of(user(steps, events, frames("It is 42, code KQXV."))));
  }

  /** Two events came, and then nothing. */
  public static Run stalled(Probe probe, String id, Instant startedAt) {
    return Run.of(
        runInfo(probe, id, startedAt),
        millis(1739),
        List.of(stallFinding(1)),
        List.of(user(stalledSteps(), events(2), frames("").subList(0, 5))));
  }

  public static Run refused(Probe probe, String id, Instant startedAt) {
    Finding refused =
        Finding.of(
            FindingKind.UPGRADE_REFUSED,
            Step.CONNECT,
            1,
            "the upgrade was answered with 502 Bad Gateway",
            new Evidence("101", "502 Bad Gateway", millis(65), List.of()));
    List<StepResult> steps = new ArrayList<>();
    steps.add(passed(Step.LOGIN, 0, 41));
    steps.add(failed(Step.CONNECT, 41, 24));
    for (Step step : List.of(Step.WELCOME, Step.SEND, Step.EVENTS, Step.ANSWER, Step.CLOSE)) {
      steps.add(skipped(step));
    }
    return Run.of(
        runInfo(probe, id, startedAt),
        millis(66),
        List.of(refused),
        List.of(user(steps, List.of(), List.of())));
  }

  /** Our own fault, before any user took a step. */
  public static Run broken(Probe probe, String id, Instant startedAt) {
    Finding fault =
        Finding.of(
            FindingKind.MONITOR_FAULT,
            Step.LOGIN,
            1,
            "the monitor's event loop stood still for 900 ms",
            new Evidence("250 ms at most", "900 ms", millis(950), List.of()));
    return Run.of(runInfo(probe, id, startedAt), millis(950), List.of(fault), List.of());
  }

  /** A run with one frame of that text and one finding that quotes it. */
  public static Run quoting(Probe probe, String id, Instant startedAt, String text) {
    Finding wrong =
        Finding.of(
            FindingKind.WRONG_ANSWER,
            Step.ANSWER,
            1,
            "the sum is not in the answer: " + text,
            new Evidence("42 " + text, text, millis(1310), List.of(8)));
    List<StepResult> steps = new ArrayList<>(steps(1310));
    steps.set(5, failed(Step.ANSWER, 1310, 0));
    return Run.of(
        runInfo(probe, id, startedAt),
        millis(1842),
        List.of(wrong),
        List.of(user(steps, events(5), frames(text))));
  }

  /** A run of several users, each of whom is given. */
  public static Run withUsers(
      Probe probe, String id, Instant startedAt, List<UserRun> users, Finding... findings) {
    return Run.of(runInfo(probe, id, startedAt), millis(1842), List.of(findings), users);
  }

  /** A run of so many users, one served after the other in a tenth of a second each. */
  public static Run servedSerially(Probe probe, String id, Instant startedAt, int users) {
    return withUsers(
        probe,
        id,
        startedAt,
        IntStream.rangeClosed(1, users).mapToObj(slot -> answeredUser(slot, 100 * slot)).toList());
  }

  /** A user whose answer came so long after the message, and the events before it to scale. */
  public static UserRun answeredUser(int slot, int after) {
    List<EventArrival> marks = new ArrayList<>();
    for (EventArrival mark : events(5)) {
      Duration delay = mark.delay().multipliedBy(after).dividedBy(1220);
      Duration at = millis(90).plus(delay);
      marks.add(
          new EventArrival(mark.event(), at, delay, 7_000_000_000L + at.toNanos(), mark.frame()));
    }
    return user(slot, steps(90 + after), marks, frames("It is 42, code KQXV."));
  }

  /** A user whose events stopped, and nothing of whose conversation was kept. */
  public static UserRun stalledUser(int slot) {
    UserRun stalled = user(slot, stalledSteps(), events(2), List.of());
    return new UserRun(
        slot,
        stalled.steps(),
        stalled.connectPhases(),
        stalled.events(),
        new Transcript(List.of(), 5),
        stalled.expiry());
  }

  /** A user who was welcomed and asks nothing. */
  public static UserRun listeningUser(int slot) {
    List<StepResult> steps =
        steps(1310).stream()
            .map(result ->
                EnumSet.of(Step.SEND, Step.EVENTS, Step.ANSWER).contains(result.step())
                    ? skipped(result.step())
                    : result)
            .toList();
    return user(slot, steps, List.of(), List.of());
  }

  /** That a user's events stopped. */
  public static Finding stallFinding(int slot) {
    return Finding.of(
        FindingKind.STALLED,
        Step.EVENTS,
        slot,
        "nothing came for 1200 ms after agent_thinking",
        new Evidence(
            "the next event within 1200 ms of agent_thinking",
            "nothing but heartbeats",
            millis(1733),
            List.of(5)));
  }

  /** That a user was shown what belongs to another. */
  public static Finding leakFinding(int slot, int other) {
    return Finding.of(
        FindingKind.LEAK_CONTENT,
        Step.EVENTS,
        slot,
        "user %d was shown the code of user %d".formatted(slot, other),
        new Evidence(
            "nothing of user " + other,
            "its code, in agent_thinking",
            millis(533),
            List.of(5),
            new Evidence.OtherUser(other, List.of(3))));
  }

  public static Duration millis(long millis) {
    return Duration.ofMillis(millis);
  }

  private static UserRun user(
      List<StepResult> steps, List<EventArrival> events, List<Frame> frames) {
    return user(1, steps, events, frames);
  }

  private static UserRun user(
      int slot, List<StepResult> steps, List<EventArrival> events, List<Frame> frames) {
    return new UserRun(
        slot,
        steps,
        new ConnectPhases(millis(2), millis(3), millis(11), millis(6)),
        events,
        new Transcript(frames, 0),
        new Expiry(CERTIFICATE_END, NOON.plusSeconds(900)));
  }

  private static List<StepResult> steps(int terminal) {
    return List.of(
        passed(Step.LOGIN, 0, 41),
        passed(Step.CONNECT, 41, 24),
        passed(Step.WELCOME, 65, 25),
        passed(Step.SEND, 90, 1),
        passed(Step.EVENTS, 91, terminal - 91),
        passed(Step.ANSWER, terminal, 0),
        passed(Step.CLOSE, 1812, 30));
  }

  private static List<StepResult> stalledSteps() {
    List<StepResult> steps = new ArrayList<>(steps(1310).subList(0, 4));
    steps.add(failed(Step.EVENTS, 91, 1642));
    steps.add(skipped(Step.ANSWER));
    steps.add(passed(Step.CLOSE, 1733, 6));
    return steps;
  }

  private static List<EventArrival> events(int count) {
    List<EventArrival> marks = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int at = ARRIVALS.get(i);
      marks.add(
          new EventArrival(EVENTS.get(i), millis(at), millis(at - 90), 7_000_000_000L + at, 4 + i));
    }
    return marks;
  }

  private static List<Frame> frames(String answer) {
    List<Frame> frames = new ArrayList<>();
    frames.add(
        frame(
            Frame.Direction.RECEIVED, 1, 90, "{\"type\":\"connection_established\",\"data\":{}}"));
    frames.add(frame(Frame.Direction.RECEIVED, 2, 90, "{\"type\":\"ping\"}"));
    frames.add(
        frame(
            Frame.Direction.SENT,
            3,
            91,
            "{\"type\":\"user_message\",\"payload\":{\"content\":\"\"}}"));
    for (int i = 0; i < 4; i++) {
      frames.add(
          frame(
              Frame.Direction.RECEIVED,
              4 + i,
              ARRIVALS.get(i),
              "{\"type\":\"%s\",\"run_id\":\"run_77\"}".formatted(EVENTS.get(i))));
    }
    frames.add(
        frame(
            Frame.Direction.RECEIVED,
            8,
            1310,
            "{\"type\":\"agent_completed\",\"result\":\"" + answer + "\"}"));
    return frames;
  }

  private static Frame frame(Frame.Direction direction, int number, int at, String text) {
    return new Frame(number, direction, millis(at), text.length(), text);
  }

  private static StepResult passed(Step step, int start, int duration) {
    return new StepResult(step, StepResult.State.PASSED, millis(start), millis(duration));
  }

  private static StepResult failed(Step step, int start, int duration) {
    return new StepResult(step, StepResult.State.FAILED, millis(start), millis(duration));
  }

  private static StepResult skipped(Step step) {
    return new StepResult(step, StepResult.State.SKIPPED, Duration.ZERO, Duration.ZERO);
  }
}
