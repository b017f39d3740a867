package io.goldenpath.dialect;

import io.goldenpath.contract.definition.Contract;
import io.goldenpath.contract.definition.RunExpectations;
import io.goldenpath.contract.event.Question;
import io.goldenpath.contract.rules.UserJudgement;
import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.probe.JourneySpec;
import io.goldenpath.model.probe.ToolUse;
import io.goldenpath.model.probe.UserScript;
import io.goldenpath.model.time.TimeLimits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Plays a server's frames to a judgement, and keeps it waiting where nothing comes. */
record FrameReplay(RunExpectations expectations, List<TimedFrame> timedFrames) {

  static final String NONCE = "QWERTZUIOP";
  static final int SUM = 579;
  static final String ANSWER = "Code QWERTZUIOP, sum 579";
  static final String EARLIER = "run_earlier";
  static final RunExpectations PROMISE =
      new RunExpectations(
          Contract.DEFAULT,
          TimeLimits.DEFAULTS,
          new UserScript(
              "{nonce}",
              ToolUse.REQUIRED,
              Duration.ZERO,
              Duration.ofMillis(500),
              new JourneySpec.GoldenPath()),
          new Question("Repeat " + NONCE + ": what is 123 + 456?", NONCE, SUM),
          new RunExpectations.Identity(1, "user-1", Set.of(EARLIER)));

  private static final long START = 1_000_000_000L;

  /** A frame, so many milliseconds after the question was sent. */
  record TimedFrame(int at, String frame) {}

  static FrameReplay of(List<TimedFrame> timedFrames) {
    return new FrameReplay(PROMISE, timedFrames);
  }

  /** Frames in gaps that no machine would make. */
  static FrameReplay unevenly(String... frames) {
    List<TimedFrame> timedFrames = new ArrayList<>();
    int at = 0;
    for (int i = 0; i < frames.length; i++) {
      at += 40 + 37 * (i % 3) + 11 * (i % 5);
      timedFrames.add(new TimedFrame(at, frames[i]));
    }
    return of(timedFrames);
  }

  UserJudgement judged() {
    return judged(Integer.MAX_VALUE);
  }

  /** With a look at the clock every so many milliseconds, whether anything came or not. */
  UserJudgement judged(int everyMillis) {
    UserJudgement judgement = new UserJudgement(expectations, START);
    judgement.connected(START);
    String welcome = "{\"type\":\"connection_established\",\"user_id\":\"user-1\"}";
    judgement.frame(AgentEventsFrames.decode(welcome), 1, START + 1);
    judgement.sent(START + 2);
    int number = 1;
    long now = START + 2;
    for (TimedFrame timedFrame : timedFrames) {
      long at = START + 2 + Duration.ofMillis(timedFrame.at()).toNanos();
      long step = Duration.ofMillis(everyMillis).toNanos();
      for (now = now + step; now < at; now += step) {
        judgement.elapsed(now);
      }
      now = at;
      judgement.frame(AgentEventsFrames.decode(timedFrame.frame()), ++number, now);
    }
    for (int i = 0; i < 10 && !judgement.over(); i++) {
      judgement.elapsed(judgement.deadline().nanos());
    }
    return judgement;
  }

  List<Finding> findings() {
    return judged().findings();
  }

  /** What was found, as {@code kind/step}. */
  List<String> found() {
    return findings().stream()
        .map(finding -> finding.kind().label() + "/" + finding.step().label())
        .toList();
  }
}
