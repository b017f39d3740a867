package io.goldenpath.contract;

import static io.goldenpath.contract.Told.completed;
import static io.goldenpath.contract.Told.executed;
import static io.goldenpath.contract.Told.executing;
import static io.goldenpath.contract.Told.started;
import static io.goldenpath.contract.Told.thinking;

import io.goldenpath.probe.Exercise;
import io.goldenpath.probe.Finding;
import io.goldenpath.probe.Plan;
import io.goldenpath.probe.ToolUse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Several users of one run, told in time, for tests of what is found between them. */
final class Crowd {

  /** So that a user's bound is soon reached. */
  private static final int MOST = 1_000;

  private static final long START = 5_000_000_000L;

  private final List<Voice> voices = new ArrayList<>();

  /** So many users with an account each. */
  static Crowd of(int users) {
    Crowd crowd = new Crowd();
    for (int slot = 1; slot <= users; slot++) {
      crowd.join(slot, "account-" + slot, false);
    }
    return crowd;
  }

  static String subject(int slot) {
    return "probe-user-%04d".formatted(slot);
  }

  static String email(int slot) {
    return "golden-path-probe-%04d@example.com".formatted(slot);
  }

  static String nonce(int slot) {
    return "QWERT" + (char) ('A' + slot) + "ZUIO";
  }

  Voice join(int slot, Object account, boolean listener) {
    Voice voice =
        new Voice(
            new Participant(
                slot,
                account,
                subject(slot),
                email(slot),
                listener ? null : nonce(slot),
                listener));
    voices.add(voice);
    return voice;
  }

  Voice join(Participant who) {
    Voice voice = new Voice(who);
    voices.add(voice);
    return voice;
  }

  Voice user(int slot) {
    return voices.get(slot - 1);
  }

  /** All that ask walk their path well. */
  Crowd good() {
    voices.stream().filter(voice -> !voice.who.listener()).forEach(Voice::good);
    return this;
  }

  List<Finding> findings() {
    return CompanyJudgement.judge(voices.stream().map(Voice::testimony).toList(), START);
  }

  /** What was found, as {@code kind/step slot<-other}. */
  List<String> found() {
    return findings().stream()
        .map(finding ->
            finding.kind().label()
                + "/"
                + finding.step().label()
                + " "
                + finding.slot()
                + (finding.evidence().other() == null
                    ? ""
                    : "<-" + finding.evidence().other().slot()))
        .toList();
  }

  Finding only() {
    List<Finding> findings = findings();
    if (findings.size() != 1) {
      throw new AssertionError("one finding was expected, but there are " + findings);
    }
    return findings.getFirst();
  }

  /** One user: everything that comes goes to the user's own judgement and to the testimony. */
  static final class Voice {

    private final Participant who;
    private final Testimony testimony;
    private final Judgement judgement;
    private final String code;
    private long now = START;
    private int frames;

    Voice(Participant who) {
      this.who = who;
      this.code = who.nonce() == null ? "" : who.nonce();
      this.testimony = new Testimony(who, MOST);
      this.judgement =
          new Judgement(
              new Promise(
                  Contract.DEFAULT,
                  Scene.LIMITS,
                  new Plan(
                      "{nonce}",
                      ToolUse.REQUIRED,
                      Duration.ZERO,
                      Duration.ofMillis(500),
                      new Exercise.Alone()),
                  new Question("Repeat " + code + ": what is 123 + 456?", code, Told.SUM),
                  new Promise.Identity(who.slot(), who.subject(), Set.of())),
              START);
      judgement.connected(START);
    }

    String run() {
      return "run_" + who.slot();
    }

    Voice welcomed() {
      return welcomed("connection_" + who.slot());
    }

    Voice welcomed(@Nullable String connection) {
      return hear(
          20,
          Heard.of(new Reading.Ready(null, null, connection)),
          "{\"type\":\"connection_established\",\"user_id\":\"%s\"}".formatted(who.subject()));
    }

    Voice ask() {
      frames++;
      now += 1_000_000;
      judgement.sent(now);
      testimony.sent(frames, now);
      return this;
    }

    Voice asked() {
      return welcomed().ask();
    }

    /** An event of this user's own run, as the platform sends it. */
    Voice own(int millis, Told told) {
      return hear(millis, told.run(run()), "");
    }

    Voice answer(int millis) {
      return own(millis, completed().text("The code is " + code + ", the sum is " + Told.SUM));
    }

    Voice good() {
      return asked().goodRun();
    }

    Voice goodRun() {
      return own(110, started())
          .own(140, thinking())
          .own(60, executing())
          .own(230, executed())
          .answer(90);
    }

    /** An event, and what its frame says besides. */
    Voice hear(int millis, Told told, String more) {
      String raw =
          "{\"type\":\"%s\",\"run_id\":\"%s\",\"payload\":{\"text\":\"%s\",\"more\":\"%s\"}}"
              .formatted(told.name(), told.run(), told.body().text(), more);
      return hear(millis, Heard.of(new Reading.Event(told.event())), raw);
    }

    Voice owned(String owner, int millis, Told told) {
      Heard heard = new Heard(new Reading.Event(told.event()), Set.of(owner), Fields.NONE);
      return hear(millis, heard, "{\"user_id\":\"%s\"}".formatted(owner));
    }

    /** A frame of no weight that says this. */
    Voice notice(int millis, String raw) {
      return hear(millis, Heard.of(new Reading.Notice("broadcast")), raw);
    }

    Voice hear(int millis, Heard heard, String raw) {
      until(now + Duration.ofMillis(millis).toNanos());
      frames++;
      judgement.frame(heard, frames, now);
      testimony.heard(heard, raw, frames, now);
      return this;
    }

    Voice earlier(Collection<String> codes) {
      testimony.earlier(codes);
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

    private Testimony testimony() {
      if (!who.listener()) {
        for (int i = 0; i < 10 && !judgement.over(); i++) {
          until(now + Duration.ofSeconds(10).toNanos());
        }
      } else {
        judgement.timedOut(Duration.ofSeconds(1), now);
      }
      testimony.ownRun(judgement.run().orElse(null));
      testimony.answered(judgement.terminalAt());
      testimony.findings(
          judgement.findings().stream()
              .filter(finding ->
                  !who.listener() || finding.kind() != io.goldenpath.probe.FindingKind.TIMED_OUT)
              .toList());
      return testimony;
    }
  }
}
