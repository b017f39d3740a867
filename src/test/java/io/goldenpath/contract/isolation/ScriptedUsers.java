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
import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.probe.JourneySpec;
import io.goldenpath.model.probe.ToolUse;
import io.goldenpath.model.probe.UserScript;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Several users of one run, told in time, for tests of what is found between them. */
final class ScriptedUsers {

  /** So that a user's bound is soon reached. */
  private static final int MOST = 1_000;

  private static final long START = 5_000_000_000L;

  private final List<ScriptedUser> scriptedUsers = new ArrayList<>();

  /** So many users with an account each. */
  static ScriptedUsers of(int users) {
    ScriptedUsers scriptedUsers = new ScriptedUsers();
    for (int slot = 1; slot <= users; slot++) {
      scriptedUsers.join(slot, "account-" + slot, false);
    }
    return scriptedUsers;
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

  ScriptedUser join(int slot, Object account, boolean listener) {
    ScriptedUser user =
        new ScriptedUser(
            new Participant(
                slot,
                account,
                subject(slot),
                email(slot),
                listener ? null : nonce(slot),
                listener));
    scriptedUsers.add(user);
    return user;
  }

  ScriptedUser join(Participant who) {
    ScriptedUser user = new ScriptedUser(who);
    scriptedUsers.add(user);
    return user;
  }

  ScriptedUser user(int slot) {
    return scriptedUsers.get(slot - 1);
  }

  /** All that ask walk their path well. */
  ScriptedUsers good() {
    scriptedUsers.stream().filter(user -> !user.who.listener()).forEach(ScriptedUser::good);
    return this;
  }

  List<Finding> findings() {
    return JointJudgement.judge(scriptedUsers.stream().map(ScriptedUser::log).toList(), START);
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
                + (finding.evidence().otherUser() == null
                    ? ""
                    : "<-" + finding.evidence().otherUser().slot()))
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
  static final class ScriptedUser {

    private final Participant who;
    private final UserFrameLog log;
    private final UserJudgement judgement;
    private final String code;
    private long now = START;
    private int frames;

    ScriptedUser(Participant who) {
      this.who = who;
      this.code = who.nonce() == null ? "" : who.nonce();
      this.log = new UserFrameLog(who, MOST);
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
      now += 1_000_000;
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
      return own(
          millis, completed().text("The code is " + code + ", the sum is " + SampleEvent.SUM));
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
          new DecodedFrame(new FrameContent.Event(event.event()), Set.of(owner), FrameFields.NONE);
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

    private UserFrameLog log() {
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
              .filter(finding ->
                  !who.listener()
                      || finding.kind() != io.goldenpath.model.finding.FindingKind.TIMED_OUT)
              .toList());
      return log;
    }
  }
}
