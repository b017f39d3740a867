package io.goldenpath.contract.isolation;

import io.goldenpath.model.finding.Finding;
import java.util.ArrayList;
import java.util.List;

/** Fixture: several users of one run as a script, and what is found between them. */
final class ScriptedUsers {

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
    scriptedUsers.stream().filter(user -> !user.isListener()).forEach(ScriptedUser::good);
    return this;
  }

  List<Finding> findings() {
    return JointJudgement.judge(
        scriptedUsers.stream().map(ScriptedUser::log).toList(), ScriptedUser.START);
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
}
