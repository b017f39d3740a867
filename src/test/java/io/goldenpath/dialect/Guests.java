package io.goldenpath.dialect;

import io.goldenpath.contract.CompanyJudgement;
import io.goldenpath.contract.Heard;
import io.goldenpath.contract.Judgement;
import io.goldenpath.contract.Participant;
import io.goldenpath.contract.Promise;
import io.goldenpath.contract.Question;
import io.goldenpath.contract.Testimony;
import io.goldenpath.dialect.Replay.Line;
import io.goldenpath.probe.Finding;
import io.goldenpath.probe.Severity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Several users whose frames are played to their own judgements and then held together. */
record Guests(List<List<Line>> runs) {

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
  static List<Line> of(int slot, List<Line> run) {
    return run.stream().map(line -> new Line(line.at(), own(slot, line.frame()))).toList();
  }

  static String own(int slot, String frame) {
    return frame
        .replace("\"r1\"", "\"r1-" + slot + "\"")
        .replace("\"t1\"", "\"t1-" + slot + "\"")
        .replace("user-1", subject(slot))
        .replace(Replay.NONCE, nonce(slot));
  }

  List<Finding> findings() {
    List<Testimony> all = new ArrayList<>();
    for (int slot = 1; slot <= runs.size(); slot++) {
      all.add(testimony(slot, runs.get(slot - 1)));
    }
    return CompanyJudgement.judge(all, START).stream()
        .filter(finding -> finding.severity() != Severity.INFO)
        .toList();
  }

  private static Testimony testimony(int slot, List<Line> lines) {
    Promise plain = Replay.PROMISE;
    Promise promise =
        new Promise(
            plain.contract(),
            plain.limits(),
            plain.plan(),
            new Question("Repeat " + nonce(slot) + ": 123 + 456?", nonce(slot), Replay.SUM),
            new Promise.Identity(slot, subject(slot), Set.of(Replay.EARLIER)));
    Dialect dialect = new AgentEvents();
    Judgement judgement = new Judgement(promise, START);
    Testimony testimony =
        new Testimony(
            new Participant(slot, slot, subject(slot), email(slot), nonce(slot), false), 10);
    judgement.connected(START);
    String welcome =
        "{\"type\":\"connection_established\",\"user_id\":\"%s\",\"connection_id\":\"c%d\"}"
            .formatted(subject(slot), slot);
    hear(judgement, testimony, dialect.read(welcome), welcome, 1, START + 1);
    judgement.sent(START + 2);
    testimony.sent(ASKED, START + 2);
    int number = ASKED;
    for (Line line : lines) {
      long at = START + 2 + Duration.ofMillis(line.at()).toNanos();
      hear(judgement, testimony, dialect.read(line.frame()), line.frame(), ++number, at);
    }
    for (int i = 0; i < 10 && !judgement.over(); i++) {
      judgement.elapsed(judgement.deadline().nanos());
    }
    testimony.ownRun(judgement.run().orElse(null));
    testimony.answered(judgement.terminalAt());
    testimony.findings(judgement.findings());
    return testimony;
  }

  private static void hear(
      Judgement judgement, Testimony testimony, Heard heard, String frame, int number, long at) {
    judgement.frame(heard, number, at);
    testimony.heard(heard, frame, number, at);
  }
}
