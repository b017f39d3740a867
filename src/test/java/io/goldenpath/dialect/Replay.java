package io.goldenpath.dialect;

import io.goldenpath.contract.Contract;
import io.goldenpath.contract.Judgement;
import io.goldenpath.contract.Promise;
import io.goldenpath.contract.Question;
import io.goldenpath.probe.Exercise;
import io.goldenpath.probe.Finding;
import io.goldenpath.probe.Limits;
import io.goldenpath.probe.Plan;
import io.goldenpath.probe.ToolUse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Plays a server's frames to a judgement, and keeps it waiting where nothing comes. */
record Replay(Promise promise, List<Line> lines) {

  static final String NONCE = "QWERTZUIOP";
  static final int SUM = 579;
  static final String ANSWER = "Code QWERTZUIOP, sum 579";
  static final String EARLIER = "run_earlier";
  static final Promise PROMISE =
      new Promise(
          Contract.DEFAULT,
          Limits.DEFAULTS,
          new Plan(
              "{nonce}",
              ToolUse.REQUIRED,
              Duration.ZERO,
              Duration.ofMillis(500),
              new Exercise.Alone()),
          new Question("Repeat " + NONCE + ": what is 123 + 456?", NONCE, SUM),
          new Promise.Identity(1, "user-1", Set.of(EARLIER)));

  private static final long START = 1_000_000_000L;

  /** A frame, so many milliseconds after the question was sent. */
  record Line(int at, String frame) {}

  static Replay of(List<Line> lines) {
    return new Replay(PROMISE, lines);
  }

  /** Frames in gaps that no machine would make. */
  static Replay unevenly(String... frames) {
    List<Line> lines = new ArrayList<>();
    int at = 0;
    for (int i = 0; i < frames.length; i++) {
      at += 40 + 37 * (i % 3) + 11 * (i % 5);
      lines.add(new Line(at, frames[i]));
    }
    return of(lines);
  }

  Judgement judged() {
    return judged(Integer.MAX_VALUE);
  }

  /** With a look at the clock every so many milliseconds, whether anything came or not. */
  Judgement judged(int everyMillis) {
    Dialect dialect = new AgentEvents();
    Judgement judgement = new Judgement(promise, START);
    judgement.connected(START);
    String welcome = "{\"type\":\"connection_established\",\"user_id\":\"user-1\"}";
    judgement.frame(dialect.read(welcome), 1, START + 1);
    judgement.sent(START + 2);
    int number = 1;
    long now = START + 2;
    for (Line line : lines) {
      long at = START + 2 + Duration.ofMillis(line.at()).toNanos();
      long step = Duration.ofMillis(everyMillis).toNanos();
      for (now = now + step; now < at; now += step) {
        judgement.elapsed(now);
      }
      now = at;
      judgement.frame(dialect.read(line.frame()), ++number, now);
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
