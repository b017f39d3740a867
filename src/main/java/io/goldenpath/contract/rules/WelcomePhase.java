package io.goldenpath.contract.rules;

import static io.goldenpath.model.finding.FindingKind.MESSAGE_TOO_LARGE;
import static io.goldenpath.model.finding.FindingKind.TOO_SLOW;
import static io.goldenpath.model.finding.FindingKind.UNEXPECTED_EVENT;
import static io.goldenpath.model.finding.FindingKind.WELCOME_MISSING;

import io.goldenpath.contract.definition.Terminal;
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

  private static final AgentEvent.Ids NO_RUN = new AgentEvent.Ids(null, null);

  private final TimeLimit limit;
  private final OwnRunDetector ownRun;
  private final UnknownFrames unknown = new UnknownFrames();
  private int heartbeats;
  private String handshake = "";
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

  /** A handshake of this protocol comes first; empty for none, or once it has ended. */
  void awaitsHandshake(String protocol) {
    handshake = protocol;
  }

  /** Whether a message of so many bytes may be sent; reports it, and ends, where it is too long. */
  boolean allowsMessage(int bytes, long nanos) {
    Integer max = maxMessageBytes;
    if (max == null || bytes <= max) {
      return true;
    }
    findings
        .of(MESSAGE_TOO_LARGE)
        .at(nanos)
        .contrast("a message of at most " + max + " bytes", bytes + " bytes")
        .says(
            "The question of %d bytes was not sent: the server takes %d bytes at most", bytes, max);
    finish();
    return false;
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
      case FrameContent.Event(AgentEvent event) -> early(event.name(), event.ids(), number, nanos);
      case FrameContent.End end -> early(Terminal.END_NAME, end.ids(), number, nanos);
      case FrameContent.Paused(String type) -> early(type, NO_RUN, number, nanos);
      case FrameContent.Failure failure -> failure(failure, number, nanos);
      case FrameContent.Heartbeat _ -> heartbeats++;
      case FrameContent.Unknown(String type) -> unknown.add(type);
      case FrameContent.Notice notice -> {
        unknown.addNoise(notice.type());
        report(notice, number, nanos);
      }
      case FrameContent content -> report(content, number, nanos);
    }
  }

  /** After a refusal by the framing itself nothing else can come. */
  private void failure(FrameContent.Failure failure, int number, long nanos) {
    boolean framing = failure.source().framing();
    errors.add(failure, framing ? step() : Step.WELCOME, number, nanos);
    if (framing) {
      finish();
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
    if (!handshake.isEmpty()) {
      draft
          .seen(seen + ", but no " + handshake + " session")
          .says("The socket opened, but the %s handshake did not end within %s", handshake, within);
    } else {
      draft
          .seen(unknown.none() ? seen : seen + "; " + unknown.text())
          .says(
              "The socket opened, but no welcome came within %s (%d heartbeats did)%s",
              within, heartbeats, unknown.suffix());
    }
  }

  private void ready(FrameContent.Ready welcome, int number, long nanos) {
    errors.runContinued(number);
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

  private void early(String name, AgentEvent.Ids ids, int number, long nanos) {
    if (!ownRun.isEarlier(ids)) {
      ownRun.excludeRun(ids);
      findings
          .of(UNEXPECTED_EVENT)
          .in(Step.WELCOME)
          .at(nanos)
          .frames(number)
          .about(name)
          .contrast("no agent event before the question", name)
          .says("An agent event came before the question: %s", name);
    }
  }
}
