package io.goldenpath.contract.rules;

import io.goldenpath.contract.definition.Contract;
import io.goldenpath.contract.definition.RunExpectations;
import io.goldenpath.contract.event.AgentEvent;
import io.goldenpath.contract.event.DecodedFrame;
import io.goldenpath.contract.event.FrameContent;
import io.goldenpath.contract.event.FrameContent.ErrorCause;
import io.goldenpath.contract.event.FrameFields;
import io.goldenpath.contract.event.Question;
import io.goldenpath.contract.event.SampleEvent;
import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.probe.JourneySpec;
import io.goldenpath.model.probe.ToolUse;
import io.goldenpath.model.probe.UserScript;
import io.goldenpath.model.run.ConnectionEnd;
import io.goldenpath.model.time.Stalls;
import io.goldenpath.model.time.TimeLimit;
import io.goldenpath.model.time.TimeLimits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Fixture: one user's connection as a script, of which each line says how much later what comes.
 */
public final class ScriptedConnection {

  static final Question QUESTION =
      new Question(
          "Repeat the code " + SampleEvent.NONCE + " and tell me: what is 123 + 456?",
          SampleEvent.NONCE,
          SampleEvent.SUM);
  public static final TimeLimits LIMITS =
      new TimeLimits(
          limit(100, 200),
          limit(100, 200),
          limit(300, 800),
          limit(300, 800),
          limit(300, 450),
          Duration.ofMillis(200),
          new TimeLimits.EventLimits(
              limit(500, 1000), limit(700, 1200), limit(900, 1500), limit(4000, 6000)));

  private static final long START = 5_000_000_000L;

  private final UserJudgement judgement;
  private final List<Stalls.Stall> stalls;
  private long now = START;
  private int frames;

  private ScriptedConnection(
      UserJudgement judgement, List<Stalls.Stall> stalls, long now, int frames) {
    this.judgement = judgement;
    this.stalls = stalls;
    this.now = now;
    this.frames = frames;
  }

  public ScriptedConnection(RunExpectations expectations) {
    stalls = new ArrayList<>();
    judgement = new UserJudgement(expectations, START, this::stallsSince);
    judgement.connected(now);
  }

  private List<Stalls.Stall> stallsSince(long nanos) {
    return stalls.stream().filter(stall -> stall.to() - nanos > 0).toList();
  }

  /** From now on the monitor stands still for this long. */
  ScriptedConnection stall(int millis) {
    stalls.add(new Stalls.Stall(now, now + Duration.ofMillis(millis).toNanos()));
    return this;
  }

  /** The moment this long after the run's start. */
  static long at(int millis) {
    return START + Duration.ofMillis(millis).toNanos();
  }

  public static ScriptedConnection connected() {
    return new ScriptedConnection(promise(Contract.DEFAULT, ToolUse.REQUIRED));
  }

  /** Welcomed after 20 ms, and the question sent at once. */
  public static ScriptedConnection asked() {
    return asked(Contract.DEFAULT, ToolUse.REQUIRED);
  }

  static ScriptedConnection asked(Contract contract, ToolUse tools) {
    return asked(promise(contract, tools));
  }

  public static ScriptedConnection asked(RunExpectations expectations) {
    return new ScriptedConnection(expectations).welcomed().ask();
  }

  public static RunExpectations promise(Contract contract, ToolUse tools, String... earlierRuns) {
    return new RunExpectations(
        contract,
        LIMITS,
        new UserScript(
            "{nonce}", tools, Duration.ZERO, Duration.ofMillis(500), new JourneySpec.GoldenPath()),
        QUESTION,
        new RunExpectations.Identity(1, "user-1", Set.of(earlierRuns)));
  }

  static TimeLimit limit(int degraded, int failed) {
    return new TimeLimit(Duration.ofMillis(degraded), Duration.ofMillis(failed));
  }

  public ScriptedConnection welcomed() {
    return after(20, new FrameContent.Ready(null, null, null));
  }

  public ScriptedConnection ask() {
    judgement.sent(now);
    return this;
  }

  /** Time passes; a limit that is reached on the way is noticed when it is. */
  ScriptedConnection after(int millis) {
    long until = now + Duration.ofMillis(millis).toNanos();
    while (!judgement.over() && judgement.deadline().reached(until)) {
      now = judgement.deadline().nanos();
      judgement.elapsed(now);
    }
    now = until;
    return this;
  }

  public ScriptedConnection after(int millis, SampleEvent event) {
    return after(millis, new FrameContent.Event(event.event()));
  }

  public ScriptedConnection after(int millis, FrameContent content) {
    return after(millis, DecodedFrame.of(content));
  }

  /** What the last frame says besides. */
  ScriptedConnection sameFrame(FrameContent content) {
    return sameFrame(DecodedFrame.of(content));
  }

  ScriptedConnection sameFrame(DecodedFrame decoded) {
    judgement.frame(decoded, frames, now);
    return this;
  }

  ScriptedConnection after(int millis, DecodedFrame decoded) {
    after(millis);
    judgement.frame(decoded, ++frames, now);
    return this;
  }

  public ScriptedConnection of(String owner, int millis, FrameContent content) {
    return after(millis, new DecodedFrame(content, Set.of(owner), null, FrameFields.NONE));
  }

  ScriptedConnection after(int millis, ConnectionEnd end) {
    after(millis);
    judgement.closed(end, now);
    return this;
  }

  /** There is no connection for so long, and nobody waits. */
  ScriptedConnection reconnected(int millis) {
    long from = now;
    now += Duration.ofMillis(millis).toNanos();
    judgement.reconnected(from, now);
    return this;
  }

  ScriptedConnection userLeft() {
    judgement.userLeft(now);
    return this;
  }

  /** Another question on the same connection, asked at once. */
  ScriptedConnection nextQuestion(Question question) {
    return new ScriptedConnection(
            judgement.nextQuestion(question, Set.of(), now), stalls, now, frames)
        .ask();
  }

  ScriptedConnection heartbeat(int millis) {
    return after(millis, new FrameContent.Heartbeat());
  }

  /** The five events of a good run, in uneven gaps. */
  public ScriptedConnection goodRun() {
    return after(110, SampleEvent.started())
        .after(140, SampleEvent.thinking())
        .after(60, SampleEvent.executing())
        .after(230, SampleEvent.executed())
        .after(90, SampleEvent.completed());
  }

  /** A start and a thought. */
  public ScriptedConnection goodUntilTools() {
    return after(100, SampleEvent.started()).after(140, SampleEvent.thinking());
  }

  public UserJudgement judgement() {
    return judgement;
  }

  /** Waits until nothing more can come; what was found. */
  public List<Finding> findings() {
    for (int i = 0; i < 10 && !judgement.over(); i++) {
      after(10_000);
    }
    return judgement.findings();
  }

  /** What was found, as {@code kind/step}. */
  public List<String> found() {
    return findings().stream()
        .map(finding -> finding.kind().label() + "/" + finding.step().label())
        .toList();
  }

  /** The only finding's sentence. */
  public String onlyMessage() {
    List<Finding> findings = findings();
    if (findings.size() != 1) {
      throw new AssertionError("one finding was expected, but there are " + findings);
    }
    return findings.getFirst().message();
  }

  static FrameContent.Failure failure(String text, ErrorCause errorCause) {
    return failure(text, errorCause, null, null);
  }

  public static FrameContent.Failure failure(
      String text, ErrorCause errorCause, @Nullable String agent, @Nullable String run) {
    return new FrameContent.Failure(
        text, errorCause, new FrameContent.ErrorSource(agent, null), new AgentEvent.Ids(run, null));
  }
}
