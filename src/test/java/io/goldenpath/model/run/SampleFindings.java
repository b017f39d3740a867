package io.goldenpath.model.run;

import static io.goldenpath.model.run.SampleRuns.millis;

import io.goldenpath.model.finding.Evidence;
import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.finding.Step;
import java.util.List;

/** What {@link SampleRuns} found. */
public final class SampleFindings {

  private SampleFindings() {}

  static Finding reconnectFailed() {
    return Finding.of(
        FindingKind.RECONNECT_FAILED,
        Step.RECONNECT,
        1,
        "no new connection was ready 4500 ms after the cut",
        new Evidence("ready within 4500 ms", "503, three times", millis(1800), List.of(5)));
  }

  static Finding late() {
    return Finding.of(
        FindingKind.LATE_EVENT,
        Step.EVENTS,
        1,
        "agent_started came 310 ms after the message (slow after 250 ms)",
        new Evidence("agent_started within 250 ms", "after 310 ms", millis(401), List.of(4)));
  }

  public static Finding missing() {
    return new Finding(
        FindingKind.MISSING_EVENT,
        FindingKind.MISSING_EVENT.severity(),
        Step.EVENTS,
        "agent_thinking",
        1,
        "agent_thinking never came",
        new Evidence(
            "agent_thinking",
            "agent_started, tool_executing, tool_completed, agent_completed",
            millis(1810),
            List.of(4, 8)));
  }

  static Finding upgradeRefused() {
    return Finding.of(
        FindingKind.UPGRADE_REFUSED,
        Step.CONNECT,
        1,
        "the upgrade was answered with 502 Bad Gateway",
        new Evidence("101", "502 Bad Gateway", millis(65), List.of()));
  }

  /** That the monitor itself stood still. */
  public static Finding monitorFault() {
    return Finding.of(
        FindingKind.MONITOR_FAULT,
        Step.LOGIN,
        1,
        "the monitor's event loop stood still for 900 ms",
        new Evidence("250 ms at most", "900 ms", millis(950), List.of()));
  }

  static Finding wrongAnswer(String text) {
    return Finding.of(
        FindingKind.WRONG_ANSWER,
        Step.ANSWER,
        1,
        "the sum is not in the answer: " + text,
        new Evidence("42 " + text, text, millis(1310), List.of(8)));
  }

  /** That a user's events stopped. */
  public static Finding stall(int slot) {
    return Finding.of(
        FindingKind.STALLED,
        Step.EVENTS,
        slot,
        "nothing came for 1200 ms after agent_thinking",
        new Evidence(
            "the next event within 1200 ms of agent_thinking",
            "nothing but heartbeats",
            millis(1733),
            List.of(5)));
  }

  /** That a user was shown what belongs to another. */
  public static Finding leak(int slot, int other) {
    return Finding.of(
        FindingKind.LEAK_CONTENT,
        Step.EVENTS,
        slot,
        "user %d was shown the code of user %d".formatted(slot, other),
        new Evidence(
            "nothing of user " + other,
            "its code, in agent_thinking",
            millis(533),
            List.of(5),
            new Evidence.OtherUser(other, List.of(3))));
  }
}
