package io.goldenpath.contract.rules;

import static io.goldenpath.model.finding.FindingKind.DEGRADED_SERVICE;
import static io.goldenpath.model.finding.FindingKind.MALFORMED_EVENT;
import static io.goldenpath.model.finding.FindingKind.TOO_SLOW;
import static io.goldenpath.model.finding.FindingKind.UNEXPECTED_EVENT;
import static io.goldenpath.model.finding.FindingKind.WELCOME_MISSING;

import io.goldenpath.contract.event.AgentEvent;
import io.goldenpath.contract.event.FrameContent;
import io.goldenpath.contract.stream.OwnRunDetector;
import io.goldenpath.model.finding.FindingText;
import io.goldenpath.model.finding.Findings;
import io.goldenpath.model.finding.Step;
import io.goldenpath.model.time.Deadline;
import io.goldenpath.model.time.TimeLimit;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** From the open socket until the question is sent. */
final class WelcomePhase {

  private final TimeLimit limit;
  private final OwnRunDetector ownRun;
  private final ErrorReports errors;
  private final Findings findings;
  private int heartbeats;
  private long connected;
  private @Nullable Long ready;
  private @Nullable Integer maxMessageBytes;

  WelcomePhase(TimeLimit limit, OwnRunDetector ownRun, ErrorReports errors, Findings findings) {
    this.limit = limit;
    this.ownRun = ownRun;
    this.errors = errors;
    this.findings = findings;
  }

  void connected(long nanos) {
    connected = nanos;
  }

  /** The connection was welcomed before this question came up. */
  void welcomed(long nanos, @Nullable Integer takes) {
    connected = nanos;
    ready = nanos;
    maxMessageBytes = takes;
  }

  /** When the welcome came; null while it has not. */
  @Nullable Long ready() {
    return ready;
  }

  /** Bytes of the longest message that the server takes; null when it did not say. */
  @Nullable Integer maxMessageBytes() {
    return maxMessageBytes;
  }

  Deadline deadline() {
    return Deadline.after(connected, limit.failed());
  }

  void frame(FrameContent content, int number, long nanos) {
    switch (content) {
      case FrameContent.Ready ready -> ready(ready, number, nanos);
      case FrameContent.Event(AgentEvent event) -> earlyEvent(event, number, nanos);
      case FrameContent.Failure failure -> errors.add(failure, Step.WELCOME, number, nanos);
      case FrameContent.Degraded(String text) -> degraded(text, number, nanos);
      case FrameContent.Response(String text, boolean canned) -> {
        if (canned) {
          degraded(text, number, nanos);
        }
      }
      case FrameContent.Unreadable(String why) ->
          findings.add(
              MALFORMED_EVENT,
              Step.WELCOME,
              nanos,
              new FindingText("frames that can be read", why, "A frame cannot be read: " + why),
              number);
      case FrameContent.Heartbeat _ -> heartbeats++;
      case FrameContent.Notice(_, String claim) -> errors.connectionClaimed(claim, number);
      case FrameContent.Ack _, FrameContent.Unknown _ -> {}
    }
  }

  /** The time for the welcome is up. */
  void reportMissing() {
    if (errors.endedInError()) {
      return;
    }
    String within = FindingText.duration(limit.failed());
    findings.add(
        WELCOME_MISSING,
        Step.WELCOME,
        deadline().nanos(),
        new FindingText(
            "a welcome within " + within,
            "an open socket, and " + heartbeats + " heartbeats",
            "The socket opened, but no welcome came within %s (%d heartbeats did)"
                .formatted(within, heartbeats)));
  }

  /** How long ago it was that things were well. */
  String elapsedText(long nanos) {
    return ready == null
        ? FindingText.since(connected, nanos) + " after the upgrade, before the welcome"
        : FindingText.since(ready, nanos) + " after the welcome, before the question was sent";
  }

  private void ready(FrameContent.Ready welcome, int number, long nanos) {
    errors.runContinued();
    if (ready != null) {
      return;
    }
    ready = nanos;
    maxMessageBytes = welcome.maxMessageBytes();
    if (welcome.degradedReason() != null) {
      degraded(welcome.degradedReason(), number, nanos);
    }
    Duration taken = Duration.ofNanos(nanos - connected);
    if (limit.slow(taken)) {
      String allowed = FindingText.duration(limit.softLimit());
      findings.add(
          TOO_SLOW,
          Step.WELCOME,
          nanos,
          new FindingText(
              "a welcome within " + allowed,
              FindingText.duration(taken),
              "The welcome came late: %s after the upgrade, where %s are allowed"
                  .formatted(FindingText.duration(taken), allowed)),
          number);
    }
  }

  private void earlyEvent(AgentEvent event, int number, long nanos) {
    if (ownRun.isEarlier(event.ids())) {
      return;
    }
    ownRun.excludeRun(event.ids());
    findings.add(
        UNEXPECTED_EVENT,
        Step.WELCOME,
        nanos,
        new FindingText(
            "no agent event before the question",
            event.name(),
            "An agent event came before anything was asked: " + event.name()),
        number);
  }

  private void degraded(String text, int number, long nanos) {
    findings.add(
        DEGRADED_SERVICE,
        Step.WELCOME,
        nanos,
        new FindingText(
            "a platform in good order",
            text,
            "The platform says of itself that it runs degraded: " + FindingText.excerpt(text)),
        number);
  }
}
