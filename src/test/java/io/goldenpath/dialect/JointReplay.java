package io.goldenpath.dialect;

import io.goldenpath.contract.definition.RunExpectations;
import io.goldenpath.contract.event.DecodedFrame;
import io.goldenpath.contract.event.Question;
import io.goldenpath.contract.isolation.JointJudgement;
import io.goldenpath.contract.isolation.Participant;
import io.goldenpath.contract.isolation.UserFrameLog;
import io.goldenpath.contract.rules.UserJudgement;
import io.goldenpath.dialect.FrameReplay.TimedFrame;
import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.finding.Severity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Several users whose frames are played to their own judgements and then held together. */
record JointReplay(List<List<TimedFrame>> runs) {

  /** Number of the frame that asks; the welcome comes before it, the first line after it. */
  static final int ASKED = 2;

  private static final long START = 1_000_000_000L;

  static String subject(int slot) {
    return "user-%05d".formatted(slot);
  }

  static String email(int slot) {
    return "probe-%d@example.com".formatted(slot);
  }

  static String nonce(int slot) {
    return "QWER" + "ABCDEFGHIJ".charAt(slot / 10) + "ABCDEFGHIJ".charAt(slot % 10) + "ZUIO";
  }

  /** A run as it was told to the user of this slot. */
  static List<TimedFrame> of(int slot, List<TimedFrame> run) {
    return run.stream()
        .map(timedFrame -> new TimedFrame(timedFrame.at(), own(slot, timedFrame.frame())))
        .toList();
  }

  static String own(int slot, String frame) {
    return frame
        .replace("\"r1\"", "\"r1-" + slot + "\"")
        .replace("\"t1\"", "\"t1-" + slot + "\"")
        .replace("user-1", subject(slot))
        .replace(FrameReplay.NONCE, nonce(slot));
  }

  List<Finding> findings() {
    List<UserFrameLog> all = new ArrayList<>();
    for (int slot = 1; slot <= runs.size(); slot++) {
      all.add(frameLog(slot, runs.get(slot - 1)));
    }
    return JointJudgement.judge(all, START).stream()
        .filter(finding -> finding.severity() != Severity.INFO)
        .toList();
  }

  private static UserFrameLog frameLog(int slot, List<TimedFrame> lines) {
    RunExpectations plain = FrameReplay.PROMISE;
    RunExpectations expectations =
        new RunExpectations(
            plain.contract(),
            plain.limits(),
            plain.script(),
            new Question("Repeat " + nonce(slot) + ": 123 + 456?", nonce(slot), FrameReplay.SUM),
            new RunExpectations.Identity(slot, subject(slot), Set.of(FrameReplay.EARLIER)));
    UserJudgement judgement = new UserJudgement(expectations, START);
    UserFrameLog log =
        new UserFrameLog(
            new Participant(slot, slot, subject(slot), email(slot), nonce(slot), false), 10);
    judgement.connected(START);
    String welcome =
        "{\"type\":\"connection_established\",\"user_id\":\"%s\",\"connection_id\":\"c%d\"}"
            .formatted(subject(slot), slot);
    receive(judgement, log, AgentEventsFrames.decode(welcome), welcome, 1, START + 1);
    judgement.sent(START + 2);
    log.questionSent(ASKED, START + 2);
    int number = ASKED;
    for (TimedFrame timedFrame : lines) {
      long at = START + 2 + Duration.ofMillis(timedFrame.at()).toNanos();
      receive(
          judgement,
          log,
          AgentEventsFrames.decode(timedFrame.frame()),
          timedFrame.frame(),
          ++number,
          at);
    }
    for (int i = 0; i < 10 && !judgement.over(); i++) {
      judgement.elapsed(judgement.deadline().nanos());
    }
    log.ownRun(judgement.runId().orElse(null));
    log.answered(judgement.terminalAt());
    log.findings(judgement.findings());
    return log;
  }

  private static void receive(
      UserJudgement judgement,
      UserFrameLog log,
      DecodedFrame decoded,
      String frame,
      int number,
      long at) {
    judgement.frame(decoded, number, at);
    log.received(decoded, frame, number, at);
  }
}
