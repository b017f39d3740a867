package io.goldenpath.contract;

import io.goldenpath.contract.Reading.Blame;
import io.goldenpath.probe.Ending;
import io.goldenpath.probe.Exercise;
import io.goldenpath.probe.Finding;
import io.goldenpath.probe.Limit;
import io.goldenpath.probe.Limits;
import io.goldenpath.probe.Plan;
import io.goldenpath.probe.ToolUse;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One user's connection, told in time: each line says how much later something comes. */
final class Scene {

  static final Question QUESTION =
      new Question(
          "Repeat the code " + Told.NONCE + " and tell me: what is 123 + 456?",
          Told.NONCE,
          Told.SUM);
  static final Limits LIMITS =
      new Limits(
          limit(100, 200),
          limit(100, 200),
          limit(300, 800),
          limit(500, 1000),
          limit(700, 1200),
          limit(900, 1500),
          limit(4000, 6000),
          limit(300, 450),
          Duration.ofMillis(200));

  private static final long START = 5_000_000_000L;

  private final Judgement judgement;
  private long now = START;
  private int frames;

  private Scene(Judgement judgement, long now, int frames) {
    this.judgement = judgement;
    this.now = now;
    this.frames = frames;
  }

  Scene(Promise promise) {
    judgement = new Judgement(promise, START);
    judgement.connected(now);
  }

  static Scene connected() {
    return new Scene(promise(Contract.DEFAULT, ToolUse.REQUIRED));
  }

  /** Welcomed after 20 ms, and the question sent at once. */
  static Scene asked() {
    return asked(Contract.DEFAULT, ToolUse.REQUIRED);
  }

  static Scene asked(Contract contract, ToolUse tools) {
    return asked(promise(contract, tools));
  }

  static Scene asked(Promise promise) {
    return new Scene(promise).welcomed().ask();
  }

  static Promise promise(Contract contract, ToolUse tools, String... earlierRuns) {
    return new Promise(
        contract,
        LIMITS,
        new Plan("{nonce}", tools, Duration.ZERO, Duration.ofMillis(500), new Exercise.Alone()),
        QUESTION,
        new Promise.Identity(1, "user-1", Set.of(earlierRuns)));
  }

  static Limit limit(int degraded, int failed) {
    return Limit.of(Duration.ofMillis(degraded), Duration.ofMillis(failed));
  }

  Scene welcomed() {
    return after(20, new Reading.Ready(null, null));
  }

  Scene ask() {
    judgement.sent(now);
    return this;
  }

  /** Time passes; a limit that is reached on the way is noticed when it is. */
  Scene after(int millis) {
    long until = now + Duration.ofMillis(millis).toNanos();
    while (!judgement.over() && judgement.deadline().reached(until)) {
      now = judgement.deadline().nanos();
      judgement.elapsed(now);
    }
    now = until;
    return this;
  }

  Scene after(int millis, Told told) {
    return after(millis, new Reading.Event(told.event()));
  }

  Scene after(int millis, Reading reading) {
    return after(millis, Heard.of(reading));
  }

  Scene after(int millis, Heard heard) {
    after(millis);
    judgement.frame(heard, ++frames, now);
    return this;
  }

  Scene of(String owner, int millis, Reading reading) {
    return after(millis, new Heard(reading, Set.of(owner), Fields.NONE));
  }

  Scene after(int millis, Ending ending) {
    after(millis);
    judgement.closed(ending, now);
    return this;
  }

  /** There is no connection for so long, and nobody waits. */
  Scene lost(int millis) {
    long from = now;
    now += Duration.ofMillis(millis).toNanos();
    judgement.resumed(from, now);
    return this;
  }

  Scene left() {
    judgement.left(now);
    return this;
  }

  /** Another question on the same connection, asked at once. */
  Scene again(Question question) {
    return new Scene(judgement.again(question, Set.of(), now), now, frames).ask();
  }

  Scene beat(int millis) {
    return after(millis, new Reading.Heartbeat(null));
  }

  /** The five events of a good run, in uneven gaps. */
  Scene goodRun() {
    return after(110, Told.started())
        .after(140, Told.thinking())
        .after(60, Told.executing())
        .after(230, Told.executed())
        .after(90, Told.completed());
  }

  /** A start and a thought. */
  Scene goodUntilTools() {
    return after(100, Told.started()).after(140, Told.thinking());
  }

  Judgement judgement() {
    return judgement;
  }

  /** Waits until nothing more can come; what was found. */
  List<Finding> findings() {
    for (int i = 0; i < 10 && !judgement.over(); i++) {
      after(10_000);
    }
    return judgement.findings();
  }

  /** What was found, as {@code kind/step}. */
  List<String> found() {
    return findings().stream()
        .map(finding -> finding.kind().label() + "/" + finding.step().label())
        .toList();
  }

  /** The only finding's sentence. */
  String sentence() {
    List<Finding> findings = findings();
    if (findings.size() != 1) {
      throw new AssertionError("one finding was expected, but there are " + findings);
    }
    return findings.getFirst().message();
  }

  static Reading.Failure failure(String text, Blame blame) {
    return failure(text, blame, null, null);
  }

  static Reading.Failure failure(
      String text, Blame blame, @Nullable String agent, @Nullable String run) {
    return new Reading.Failure(
        text, blame, new Reading.Actor(agent, null), new AgentEvent.Ids(run, null));
  }
}
