package io.goldenpath.contract.isolation;

import static io.goldenpath.contract.event.SampleEvent.completed;
import static io.goldenpath.contract.event.SampleEvent.executed;
import static io.goldenpath.contract.event.SampleEvent.executing;
import static io.goldenpath.contract.event.SampleEvent.started;
import static io.goldenpath.contract.event.SampleEvent.thinking;

import io.goldenpath.contract.definition.Contract;
import io.goldenpath.contract.definition.RunExpectations;
import io.goldenpath.contract.event.DecodedFrame;
import io.goldenpath.contract.event.FrameContent;
import io.goldenpath.contract.event.FrameFields;
import io.goldenpath.contract.event.Question;
import io.goldenpath.contract.event.SampleEvent;
import io.goldenpath.contract.rules.ScriptedConnection;
import io.goldenpath.contract.rules.UserJudgement;
import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.probe.JourneySpec;
import io.goldenpath.model.probe.ToolUse;
import io.goldenpath.model.probe.UserScript;
import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Fixture: one user, whose frames go to the user's own judgement and to the frame log. */
final class ScriptedUser {

  static final long START = Duration.ofSeconds(5).toNanos();

  /** So many users share what is kept of all that each one's bound is soon reached. */
  private static final int SHARERS = 1_000;

  private static final Duration ASKING = Duration.ofMillis(1);

  private final Participant who;
  private final UserFrameLog log;
  private final UserJudgement judgement;
  private final String code;
  private long now = START;
  private int frames;

  ScriptedUser(Participant who) {
    this.who = who;
    this.code = who.nonce() == null ? "" : who.nonce();
    this.log = new UserFrameLog(who, SHARERS);
    this.judgement =
        new UserJudgement(
            new RunExpectations(
                Contract.DEFAULT,
                ScriptedConnection.LIMITS,
                new UserScript(
                    "{nonce}",
                    ToolUse.REQUIRED,
                    Duration.ZERO,
                    Duration.ofMillis(500),
                    new JourneySpec.GoldenPath()),
                new Question("Repeat " + code + ": what is 123 + 456?", code, SampleEvent.SUM),
                new RunExpectations.Identity(who.slot(), who.subject(), Set.of())),
            START);
    judgement.connected(START);
  }

  String run() {
    return "run_" + who.slot();
  }

  ScriptedUser welcomed() {
    return welcomed("connection_" + who.slot());
  }

  ScriptedUser welcomed(@Nullable String connection) {
    return receive(
        20,
        DecodedFrame.of(new FrameContent.Ready(null, null, connection)),
        "{\"type\":\"connection_established\",\"user_id\":\"%s\"}".formatted(who.subject()));
  }

  ScriptedUser ask() {
    frames++;
    now += ASKING.toNanos();
    judgement.sent(now);
    log.questionSent(frames, now);
    return this;
  }

  ScriptedUser asked() {
    return welcomed().ask();
  }

  /** An event of this user's own run, as the platform sends it. */
  ScriptedUser own(int millis, SampleEvent event) {
    return receive(millis, event.run(run()), "");
  }

  ScriptedUser answer(int millis) {
    return own(millis, completed().text("The code is " + code + ", the sum is " + SampleEvent.SUM));
  }

  ScriptedUser good() {
    return asked().goodRun();
  }

  ScriptedUser goodRun() {
    return own(110, started())
        .own(140, thinking())
        .own(60, executing())
        .own(230, executed())
        .answer(90);
  }

  /** An event, and what its frame says besides. */
  ScriptedUser receive(int millis, SampleEvent event, String more) {
    String raw =
        "{\"type\":\"%s\",\"run_id\":\"%s\",\"payload\":{\"text\":\"%s\",\"more\":\"%s\"}}"
            .formatted(event.name(), event.run(), event.body().text(), more);
    return receive(millis, DecodedFrame.of(new FrameContent.Event(event.event())), raw);
  }

  ScriptedUser receiveOwnedBy(String owner, int millis, SampleEvent event) {
    DecodedFrame decoded =
        new DecodedFrame(
            new FrameContent.Event(event.event()), Set.of(owner), null, FrameFields.NONE);
    return receive(millis, decoded, "{\"user_id\":\"%s\"}".formatted(owner));
  }

  /** A frame of no weight that says this. */
  ScriptedUser notice(int millis, String raw) {
    return receive(millis, DecodedFrame.of(new FrameContent.Notice("broadcast")), raw);
  }

  ScriptedUser receive(int millis, DecodedFrame decoded, String raw) {
    until(now + Duration.ofMillis(millis).toNanos());
    frames++;
    judgement.frame(decoded, frames, now);
    log.received(decoded, raw, frames, now);
    return this;
  }

  ScriptedUser earlierNonces(Collection<String> codes) {
    log.earlierNonces(codes);
    return this;
  }

  int frames() {
    return frames;
  }

  private void until(long nanos) {
    while (!judgement.over() && judgement.deadline().reached(nanos)) {
      judgement.elapsed(judgement.deadline().nanos());
    }
    now = nanos;
  }

  boolean isListener() {
    return who.listener();
  }

  UserFrameLog log() {
    if (!who.listener()) {
      for (int i = 0; i < 10 && !judgement.over(); i++) {
        until(now + Duration.ofSeconds(10).toNanos());
      }
    } else {
      judgement.timedOut(Duration.ofSeconds(1), now);
    }
    log.ownRun(judgement.runId().orElse(null));
    log.answered(judgement.terminalAt());
    log.findings(
        judgement.findings().stream()
            .filter(finding -> !who.listener() || finding.kind() != FindingKind.TIMED_OUT)
            .toList());
    return log;
  }
}
