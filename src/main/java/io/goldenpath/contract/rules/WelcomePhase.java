package io.goldenpath.contract.rules;

import static io.goldenpath.model.finding.FindingKind.TOO_SLOW;
import static io.goldenpath.model.finding.FindingKind.UNEXPECTED_EVENT;
import static io.goldenpath.model.finding.FindingKind.WELCOME_MISSING;

import io.goldenpath.contract.event.AgentEvent;
import io.goldenpath.contract.event.DecodedFrame;
import io.goldenpath.contract.event.FrameContent;
import io.goldenpath.contract.stream.OwnRunDetector;
import io.goldenpath.model.finding.FindingDraft;
import io.goldenpath.model.finding.Step;
import io.goldenpath.model.run.ConnectionEnd;
import io.goldenpath.model.time.Deadline;
import io.goldenpath.model.time.DurationText;
import io.goldenpath.model.time.TimeLimit;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Phase of a connection from the open socket until the question is sent. */
final class WelcomePhase extends Phase {

  private static final Duration ENDLESS = Duration.ofDays(1);

  private final TimeLimit limit;
  private final OwnRunDetector ownRun;
  private final UnknownFrames unknown = new UnknownFrames();
  private int heartbeats;
  private long connected;
  private @Nullable Long ready;
  private @Nullable Integer maxMessageBytes;

  WelcomePhase(TimeLimit limit, OwnRunDetector ownRun, ErrorReports errors) {
    super(errors, Step.WELCOME);
    this.limit = limit;
    this.ownRun = ownRun;
  }

  void connected(long nanos) {
    connected = nanos;
  }

  /** For a further question on a connection that was welcomed before. */
  void welcomed(long nanos, @Nullable Integer maxBytes) {
    connected = nanos;
    ready = nanos;
    maxMessageBytes = maxBytes;
  }

  @Nullable Long ready() {
    return ready;
  }

  @Nullable Integer maxMessageBytes() {
    return maxMessageBytes;
  }

  @Override
  Deadline deadline() {
    Deadline welcome = Deadline.after(connected, limit.failed(), errors.stalls());
    return over() || ready != null ? Deadline.after(welcome.nanos(), ENDLESS) : welcome;
  }

  @Override
  void frame(DecodedFrame decoded, boolean foreign, int number, long nanos) {
    switch (decoded.content()) {
      case FrameContent.Ready welcome -> ready(welcome, number, nanos);
      case FrameContent _ when foreign -> {}
      case FrameContent.Event(AgentEvent event) -> earlyEvent(event, number, nanos);
      case FrameContent.Failure failure -> errors.add(failure, Step.WELCOME, number, nanos);
      case FrameContent.Heartbeat _ -> heartbeats++;
      case FrameContent.Unknown(String type) -> unknown.add(type);
      case FrameContent content -> report(content, number, nanos);
    }
  }

  @Override
  void closed(ConnectionEnd end, long nanos) {
    String when =
        ready == null
            ? DurationText.between(connected, nanos) + " after the upgrade, before the welcome"
            : DurationText.between(ready, nanos)
                + " after the welcome, before the question was sent";
    errors.connectionEnded(end, step(), when, nanos);
    finish();
  }

  @Override
  void elapsed(long nanos) {
    if (ready == null && deadline().reached(nanos)) {
      if (!errors.endedInError()) {
        reportMissing(deadline());
      }
      finish();
    }
  }

  @Override
  Step step() {
    return ready == null ? super.step() : Step.SEND;
  }

  private void reportMissing(Deadline passed) {
    String within = DurationText.of(limit.failed());
    String seen = "an open socket, and " + heartbeats + " heartbeats";
    FindingDraft draft =
        findings
            .of(WELCOME_MISSING)
            .at(passed.nanos())
            .doubtful(passed.doubtful(passed.nanos()))
            .expected("a welcome within " + within);
    if (unknown.none()) {
      draft
          .seen(seen)
          .says(
              "The socket opened, but no welcome came within %s (%d heartbeats did)",
              within, heartbeats);
    } else {
      draft
          .seen(seen + "; " + unknown.text())
          .says(
              "The socket opened, but no welcome came within %s (%d heartbeats did); %s (is the target's dialect right?)",
              within, heartbeats, unknown.text());
    }
  }

  private void ready(FrameContent.Ready welcome, int number, long nanos) {
    errors.runContinued();
    if (ready != null) {
      return;
    }
    ready = nanos;
    maxMessageBytes = welcome.maxMessageBytes();
    if (welcome.heartbeat() != null) {
      errors.heartbeat(welcome.heartbeat());
    }
    if (welcome.degradedReason() != null) {
      degraded(welcome.degradedReason(), number, nanos);
    }
    limit
        .slow(connected, nanos, errors.stalls())
        .ifPresent(soft -> late(soft.doubtful(nanos), number, nanos));
  }

  private void late(boolean doubtful, int number, long nanos) {
    String allowed = DurationText.of(limit.softLimit());
    String taken = DurationText.between(connected, nanos);
    findings
        .of(TOO_SLOW)
        .in(Step.WELCOME)
        .at(nanos)
        .frames(number)
        .doubtful(doubtful)
        .contrast("a welcome within " + allowed, taken)
        .says("The welcome came late: %s after the upgrade, where %s are allowed", taken, allowed);
  }

  private void earlyEvent(AgentEvent event, int number, long nanos) {
    if (!ownRun.isEarlier(event.ids())) {
      ownRun.excludeRun(event.ids());
      findings
          .of(UNEXPECTED_EVENT)
          .in(Step.WELCOME)
          .at(nanos)
          .frames(number)
          .about(event.name())
          .contrast("no agent event before the question", event.name())
          .says("An agent event came before the question: %s", event.name());
    }
  }
}
