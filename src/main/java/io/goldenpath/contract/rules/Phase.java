package io.goldenpath.contract.rules;

import static io.goldenpath.model.finding.FindingKind.DEGRADED_SERVICE;
import static io.goldenpath.model.finding.FindingKind.MALFORMED_EVENT;
import static io.goldenpath.model.finding.FindingKind.TIMED_OUT;

import io.goldenpath.contract.event.DecodedFrame;
import io.goldenpath.contract.event.FrameContent;
import io.goldenpath.model.finding.Excerpt;
import io.goldenpath.model.finding.FindingDraft;
import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.finding.Findings;
import io.goldenpath.model.finding.Step;
import io.goldenpath.model.run.ConnectionEnd;
import io.goldenpath.model.time.Deadline;
import io.goldenpath.model.time.DurationText;
import java.time.Duration;

/** Phase of a connection: before the question, or after it. */
abstract class Phase {

  final Findings findings;
  final ErrorReports errors;
  private final Step first;
  private boolean over;

  Phase(ErrorReports errors, Step first) {
    this.findings = errors.findings();
    this.errors = errors;
    this.first = first;
  }

  abstract void frame(DecodedFrame decoded, boolean foreign, int number, long nanos);

  abstract void closed(ConnectionEnd end, long nanos);

  abstract void elapsed(long nanos);

  abstract Deadline deadline();

  Step step() {
    return first;
  }

  void reportTimedOut(Duration timeout, long start, long nanos) {
    String within = DurationText.of(timeout);
    findings
        .of(TIMED_OUT)
        .in(step())
        .at(nanos)
        .doubtful(Deadline.ofWhole(start, timeout, errors.stalls()).doubtful(nanos))
        .contrast("a run within " + within, "still in " + step().label())
        .says(
            "The run's whole time of %s was up while it was still in step %s",
            within, step().label());
  }

  void finish() {
    over = true;
  }

  boolean over() {
    return over;
  }

  boolean began() {
    return false;
  }

  /** Whether the terminal event came with a true answer and nothing worse than a warning. */
  boolean endedWell() {
    return false;
  }

  /** Reports what frames other than agent events say of the platform's state. */
  void report(FrameContent content, int frame, long nanos) {
    switch (content) {
      case FrameContent.Degraded(String text) -> degraded(text, frame, nanos);
      case FrameContent.Response(String text, boolean canned) when canned ->
          draft(DEGRADED_SERVICE, text, frame, nanos)
              .expected("an agent's answer")
              .says("The platform answers with a canned response: %s", Excerpt.quoted(text));
      case FrameContent.Unreadable(String reason) ->
          draft(MALFORMED_EVENT, reason, frame, nanos)
              .expected("frames that can be read")
              .says("A frame cannot be read: %s", reason);
      case FrameContent.Notice(_, String claim) -> errors.connectionClaimed(claim, frame);
      default -> {}
    }
  }

  void degraded(String text, int frame, long nanos) {
    draft(DEGRADED_SERVICE, text, frame, nanos)
        .expected("a healthy platform")
        .says("The platform reports that it is degraded: %s", Excerpt.of(text));
  }

  private FindingDraft draft(FindingKind kind, String seen, int frame, long nanos) {
    return findings.of(kind).in(first).at(nanos).frames(frame).seen(Excerpt.of(seen));
  }
}
