package io.goldenpath.model.run;

import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.finding.Step;
import io.goldenpath.model.probe.JourneySpec;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.probe.RegressionPolicy;
import io.goldenpath.model.probe.UserScript;
import io.goldenpath.model.probe.VerdictPolicy;
import io.goldenpath.model.target.Login;
import io.goldenpath.model.target.RateLimits;
import io.goldenpath.model.target.Route;
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
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Runs as journeys would hand them over, for tests of those who only tell of them. */
public final class SampleRuns {

  public static final List<String> EVENTS =
      List.of(
          "agent_started", "agent_thinking", "tool_executing", "tool_completed", "agent_completed");

  public static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

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
    return recovery(probe, id, startedAt, SampleUsers.passed(Step.RECONNECT, 534, 160), 5);
  }

  /** Cut after agent_thinking, and not let in again. */
  public static Run unrecovered(Probe probe, String id, Instant startedAt) {
    return recovery(
        probe,
        id,
        startedAt,
        SampleUsers.failed(Step.RECONNECT, 534, 1266),
        2,
        SampleFindings.reconnectFailed());
  }

  private static Run recovery(
      Probe probe,
      String id,
      Instant startedAt,
      StepResult reconnect,
      int events,
      Finding... findings) {
    List<StepResult> steps =
        new ArrayList<>(events == 5 ? SampleUsers.steps(1310) : SampleUsers.stalledSteps());
    steps.add(reconnect);
    return withUsers(
        probe,
        id,
        startedAt,
        List.of(
            SampleUsers.user(
                steps,
                SampleUsers.events(events),
                SampleUsers.frames("It is 42, code KQXV.").subList(0, 3 + events))),
        findings);
  }

  /** Another verdict than that of each run. */
  public static Probe withVerdict(Probe probe, VerdictPolicy policy) {
    return new Probe(
        probe.target(),
        probe.cadence(),
        probe.limits(),
        probe.script(),
        probe.events(),
        probe.regression(),
        policy);
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
                    4_000_000),
                Route.DIRECT,
                Route.DIRECT),
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
        EVENTS,
        RegressionPolicy.DEFAULT,
        VerdictPolicy.EACH_RUN);
  }

  /** The same probe, of a target with labels. */
  public static Probe labelled(Probe probe, Map<String, String> labels) {
    Target target = probe.target();
    return new Probe(
        new Target(
            target.name(),
            target.access(),
            target.users(),
            target.dialect(),
            target.contract(),
            target.rateLimits(),
            new TreeMap<>(labels)),
        probe.cadence(),
        probe.limits(),
        probe.script(),
        probe.events(),
        probe.regression(),
        probe.verdict());
  }

  public static RunInfo runInfo(Probe probe, String id, Instant startedAt) {
    return new RunInfo(id, probe.id(), "local", Trigger.SCHEDULE, startedAt);
  }

  /** The same run, traced. */
  public static Run traced(Run run, RunTrace trace) {
    RunInfo info = run.info();
    return new Run(
        new RunInfo(
            info.id(), info.probe(), info.location(), info.trigger(), info.startedAt(), trace),
        run.duration(),
        run.outcome(),
        run.findings(),
        run.users());
  }

  public static Run passed(Probe probe, String id, Instant startedAt) {
    return Run.of(
        runInfo(probe, id, startedAt),
        millis(1842),
        List.of(),
        List.of(
            SampleUsers.user(
                SampleUsers.steps(1310),
                SampleUsers.events(5),
                SampleUsers.frames("It is 42, code KQXV."))));
  }

  /** Ended well, with the first event later than it should be. */
  public static Run late(Probe probe, String id, Instant startedAt) {
    return Run.of(
        runInfo(probe, id, startedAt),
        millis(1842),
        List.of(SampleFindings.late()),
        List.of(
            SampleUsers.user(
                SampleUsers.steps(1310),
                SampleUsers.events(5),
                SampleUsers.frames("It is 42, code KQXV."))));
  }

  /** All came but agent_thinking. */
  public static Run missing(Probe probe, String id, Instant startedAt) {
    List<EventArrival> events = new ArrayList<>(SampleUsers.events(5));
    events.remove(1);
    List<StepResult> steps = new ArrayList<>(SampleUsers.steps(1310));
    steps.set(4, SampleUsers.failed(Step.EVENTS, 91, 1219));
    return Run.of(
        runInfo(probe, id, startedAt),
        millis(1842),
        List.of(SampleFindings.missing()),
        List.of(SampleUsers.user(steps, events, SampleUsers.frames("It is 42, code KQXV."))));
  }

  /** Two events came, and then nothing. */
  public static Run stalled(Probe probe, String id, Instant startedAt) {
    return Run.of(
        runInfo(probe, id, startedAt),
        millis(1739),
        List.of(SampleFindings.stall(1)),
        List.of(
            SampleUsers.user(
                SampleUsers.stalledSteps(),
                SampleUsers.events(2),
                SampleUsers.frames("").subList(0, 5))));
  }

  public static Run refused(Probe probe, String id, Instant startedAt) {
    List<StepResult> steps = new ArrayList<>();
    steps.add(SampleUsers.passed(Step.LOGIN, 0, 41));
    steps.add(SampleUsers.failed(Step.CONNECT, 41, 24));
    for (Step step : List.of(Step.WELCOME, Step.SEND, Step.EVENTS, Step.ANSWER, Step.CLOSE)) {
      steps.add(SampleUsers.skipped(step));
    }
    return Run.of(
        runInfo(probe, id, startedAt),
        millis(66),
        List.of(SampleFindings.upgradeRefused()),
        List.of(SampleUsers.user(steps, List.of(), List.of())));
  }

  /** Our own fault, before any user took a step. */
  public static Run broken(Probe probe, String id, Instant startedAt) {
    return Run.of(
        runInfo(probe, id, startedAt),
        millis(950),
        List.of(SampleFindings.monitorFault()),
        List.of());
  }

  /** A run with one frame of that text and one finding that quotes it. */
  public static Run quoting(Probe probe, String id, Instant startedAt, String text) {
    List<StepResult> steps = new ArrayList<>(SampleUsers.steps(1310));
    steps.set(5, SampleUsers.failed(Step.ANSWER, 1310, 0));
    return Run.of(
        runInfo(probe, id, startedAt),
        millis(1842),
        List.of(SampleFindings.wrongAnswer(text)),
        List.of(SampleUsers.user(steps, SampleUsers.events(5), SampleUsers.frames(text))));
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
        IntStream.rangeClosed(1, users)
            .mapToObj(slot -> SampleUsers.answered(slot, 100 * slot))
            .toList());
  }

  public static Duration millis(long millis) {
    return Duration.ofMillis(millis);
  }
}
