package io.goldenpath.contract.rules;

import static io.goldenpath.model.finding.FindingKind.AUTH_REFUSED;
import static io.goldenpath.model.finding.FindingKind.ERROR_EVENT;
import static io.goldenpath.model.finding.FindingKind.NOT_UNDERSTOOD;
import static io.goldenpath.model.finding.FindingKind.SHED;

import io.goldenpath.contract.event.FrameContent;
import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.finding.FindingText;
import io.goldenpath.model.finding.Findings;
import io.goldenpath.model.finding.Severity;
import io.goldenpath.model.finding.Step;
import io.goldenpath.model.run.ConnectionEnd;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the platform itself reports: what each report is called is known when the run is over. */
final class ErrorReports {

  private static final int BOUND = 50;

  private final Findings findings;
  private final List<ReportedError> reported = new ArrayList<>();
  private int outlivedCount;
  private @Nullable ConnectionClaim connectionClaim;

  ErrorReports(Findings findings) {
    this.findings = findings;
  }

  void add(FrameContent.Failure failure, Step step, int frame, long nanos) {
    if (reported.size() < BOUND) {
      reported.add(new ReportedError(failure, step, frame, nanos));
    }
  }

  /** The platform says something of the connection, which its end may prove wrong. */
  void connectionClaimed(@Nullable String text, int frame) {
    connectionClaim = text == null ? connectionClaim : new ConnectionClaim(text, frame);
  }

  /** Things went on: what was reported so far ended nothing. */
  void runContinued() {
    outlivedCount = reported.size();
    connectionClaim = null;
  }

  /** Whether the last thing that happened was an error, which is then why nothing else did. */
  boolean endedInError() {
    return outlivedCount < reported.size();
  }

  /** The connection ended; an end that only repeats a refusal is its shadow. */
  void connectionEnded(ConnectionEnd connectionEnd, Step step, String when, long nanos) {
    boolean refused = reported.stream().skip(outlivedCount).anyMatch(ReportedError::refuses);
    if (refused && !(connectionEnd instanceof ConnectionEnd.ProtocolViolation)) {
      return;
    }
    FindingKind kind = ConnectionEndDiagnosis.kind(connectionEnd);
    String how = ConnectionEndDiagnosis.describe(connectionEnd);
    String message =
        switch (kind) {
          case AUTH_REFUSED ->
              "The platform refuses our user: %s, the connection was %s".formatted(when, how);
          case SHED ->
              "The platform says to come back later: %s, the connection was %s"
                  .formatted(when, how);
          default -> "The connection was lost %s: %s%s".formatted(when, how, precedingText());
        };
    findings.add(
        kind, step, nanos, new FindingText("an open connection", how, message), precedingFrames());
  }

  /** Says of each report what it was, now that the end is known. */
  void resolve(boolean endedWell, boolean began) {
    for (int i = 0; i < reported.size(); i++) {
      resolve(reported.get(i), i < outlivedCount, endedWell, began);
    }
    reported.clear();
    outlivedCount = 0;
  }

  private void resolve(ReportedError error, boolean outlived, boolean endedWell, boolean began) {
    FrameContent.Failure failure = error.failure();
    if (error.refuses() && !outlived) {
      boolean auth = failure.cause() == FrameContent.ErrorCause.AUTH;
      String what = auth ? "The platform refuses our user" : "The platform says to come back later";
      report(auth ? AUTH_REFUSED : SHED, error.step(), what, "no refusal", error);
    } else if (failure.cause() == FrameContent.ErrorCause.MESSAGE
        && !began
        && error.step() == Step.EVENTS) {
      String what = "The platform does not understand our message";
      report(NOT_UNDERSTOOD, Step.SEND, what, "a run", error);
    } else {
      String end =
          endedWell
              ? " (the run ended well all the same)"
              : began || outlived ? "" : noEvent(error);
      findings.add(
          ERROR_EVENT,
          endedWell ? Severity.WARNING : Severity.ERROR,
          error.step(),
          error.nanos(),
          new FindingText(
              "no error",
              failure.text(),
              what(failure) + when(error) + ": " + FindingText.excerpt(failure.text()) + end),
          error.frame());
    }
  }

  private static String when(ReportedError error) {
    return error.step() == Step.WELCOME ? ", before the question" : ", after the question";
  }

  private static String noEvent(ReportedError error) {
    return error.step() == Step.EVENTS ? " (and no agent event came)" : "";
  }

  private static String what(FrameContent.Failure failure) {
    return failure.cause() == FrameContent.ErrorCause.AGENT
        ? "The agent "
            + (failure.source().agent() == null
                ? ""
                : FindingText.excerpt(failure.source().agent()) + " ")
            + "failed"
        : "The platform reports an error";
  }

  private void report(
      FindingKind kind, Step step, String what, String expected, ReportedError error) {
    String text = error.failure().text();
    findings.add(
        kind,
        step,
        error.nanos(),
        new FindingText(expected, text, what + when(error) + ": " + FindingText.excerpt(text)),
        error.frame());
  }

  private String precedingText() {
    String error =
        endedInError()
            ? "; it had just said: " + FindingText.excerpt(reported.getLast().failure().text())
            : "";
    return connectionClaim == null
        ? error
        : error + "; and then claimed: " + FindingText.excerpt(connectionClaim.text());
  }

  private int[] precedingFrames() {
    return new int[] {
      endedInError() ? reported.getLast().frame() : 0,
      connectionClaim == null ? 0 : connectionClaim.frame()
    };
  }

  private record ConnectionClaim(String text, int frame) {}

  private record ReportedError(FrameContent.Failure failure, Step step, int frame, long nanos) {

    boolean refuses() {
      return failure.cause() == FrameContent.ErrorCause.AUTH
          || failure.cause() == FrameContent.ErrorCause.OVERLOAD;
    }
  }
}
