package io.goldenpath.contract.rules;

import static io.goldenpath.model.finding.FindingKind.AUTH_REFUSED;
import static io.goldenpath.model.finding.FindingKind.DROPPED;
import static io.goldenpath.model.finding.FindingKind.ERROR_EVENT;
import static io.goldenpath.model.finding.FindingKind.NOT_UNDERSTOOD;
import static io.goldenpath.model.finding.FindingKind.PROTOCOL_ERROR;
import static io.goldenpath.model.finding.FindingKind.SHED;

import io.goldenpath.contract.event.FrameContent.ErrorCause;
import io.goldenpath.contract.event.FrameContent.Failure;
import io.goldenpath.framing.CloseCodes;
import io.goldenpath.model.finding.Excerpt;
import io.goldenpath.model.finding.FindingDraft;
import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.finding.Findings;
import io.goldenpath.model.finding.Severity;
import io.goldenpath.model.finding.Step;
import io.goldenpath.model.run.ConnectionEnd;
import io.goldenpath.model.time.Stalls;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Errors that the platform reports; their kinds are known only when the run is over. */
final class ErrorReports {

  private static final int BOUND = 50;
  private static final String REFUSES = "The platform refuses our user";
  private static final String REJECTED = "Sign-in rejected after connect";
  private static final String PROTOCOL = "The server refuses by the rules of its protocol";
  private static final String COME_BACK = "The platform says to come back later";
  private static final String QUOTA = "The account's quota is spent, the platform says";

  /** Within this time after a stall a server may still give up on us. */
  private static final Duration AFTERMATH = Duration.ofSeconds(1);

  /** Of servers that do not tell theirs. */
  private static final Duration SHORT_HEARTBEAT = Duration.ofSeconds(2);

  private final Findings findings;
  private final Stalls stalls;
  private final CloseCodes closeCodes;
  private Duration heartbeat = SHORT_HEARTBEAT;
  private final List<ReportedError> reported = new ArrayList<>();
  private int outlivedCount;
  private int outlivedBefore;
  private int continuedIn;
  private @Nullable ConnectionClaim connectionClaim;

  ErrorReports(Findings findings, Stalls stalls, CloseCodes closeCodes) {
    this.findings = findings;
    this.stalls = stalls;
    this.closeCodes = closeCodes;
  }

  Findings findings() {
    return findings;
  }

  Stalls stalls() {
    return stalls;
  }

  /** How often the server wants a sign of life. */
  void heartbeat(Duration interval) {
    heartbeat = interval;
  }

  void add(Failure failure, Step step, int frame, long nanos) {
    if (reported.size() < BOUND) {
      reported.add(new ReportedError(failure, step, frame, nanos));
    }
  }

  /** Kept because the end of the connection may prove the claim wrong. */
  void connectionClaimed(@Nullable String text, int frame) {
    connectionClaim = text == null ? connectionClaim : new ConnectionClaim(text, frame);
  }

  /** The errors reported so far did not end the run, which this frame shows. */
  void runContinued(int frame) {
    outlivedBefore = frame == continuedIn ? outlivedBefore : outlivedCount;
    continuedIn = frame;
    outlivedCount = reported.size();
    connectionClaim = null;
  }

  /** This frame told an end without an answer: the errors before it ended the run after all. */
  boolean endedInError(int frame) {
    outlivedCount = frame == continuedIn ? outlivedBefore : outlivedCount;
    return endedInError();
  }

  /** Whether an error was reported in this very frame. */
  boolean reportedIn(int frame) {
    return !reported.isEmpty() && reported.getLast().frame() == frame;
  }

  boolean endedInError() {
    return outlivedCount < reported.size();
  }

  /** An end that only repeats a reported refusal is no second finding. */
  void connectionEnded(ConnectionEnd end, Step step, String when, long nanos) {
    boolean refused = reported.stream().skip(outlivedCount).anyMatch(ReportedError::refuses);
    if (refused && !(end instanceof ConnectionEnd.ProtocolViolation)) {
      return;
    }
    FindingKind kind = ConnectionEndDiagnosis.kind(end, closeCodes);
    String how = ConnectionEndDiagnosis.describe(end, closeCodes);
    FindingDraft draft = findings.of(kind).in(step).at(nanos).contrast("an open connection", how);
    draft = endedInError() ? draft.frames(reported.getLast().frame()) : draft;
    draft = connectionClaim == null ? draft : draft.frames(connectionClaim.frame());
    draft = draft.doubtful(kind == DROPPED && mayHaveGivenUp(nanos));
    switch (kind) {
      case AUTH_REFUSED -> draft.says("%s: %s, the connection was %s", REFUSES, when, how);
      case SHED -> draft.says("%s: %s, the connection was %s", later(how), when, how);
      default -> draft.says("The connection was lost %s: %s%s", when, how, precedingText());
    }
  }

  Duration heartbeat() {
    return heartbeat;
  }

  /** Whether the server may have ended the connection because we stood still. */
  boolean mayHaveGivenUp(long nanos) {
    return stalls.longestBefore(nanos, AFTERMATH).multipliedBy(2).compareTo(heartbeat) > 0;
  }

  void resolve(boolean endedWell, boolean began) {
    for (int i = 0; i < reported.size(); i++) {
      resolve(reported.get(i), i < outlivedCount, endedWell, began);
    }
    reported.clear();
    outlivedCount = 0;
  }

  private void resolve(ReportedError error, boolean outlived, boolean endedWell, boolean began) {
    ErrorCause cause = error.failure().cause();
    String text = Excerpt.of(error.failure().text());
    if (error.refuses() && !outlived) {
      draft(error.refusal(), error)
          .in(error.step())
          .expected("no refusal")
          .says("%s: %s", error.rejection(), text);
    } else if (cause == ErrorCause.MESSAGE && !began && error.step() == Step.EVENTS) {
      draft(NOT_UNDERSTOOD, error)
          .expected("a run")
          .says("The platform does not understand our message%s: %s", error.when(), text);
    } else {
      String end =
          endedWell
              ? " (the run ended well all the same)"
              : began || outlived || error.step() != Step.EVENTS
                  ? ""
                  : " (and no agent event came)";
      draft(ERROR_EVENT, error)
          .as(endedWell ? Severity.WARNING : Severity.ERROR)
          .in(error.step())
          .expected("no error")
          .says("%s%s: %s%s", error.what(), error.when(), text, end);
    }
  }

  private static String later(String text) {
    return AccountQuota.isSpent(text) ? QUOTA : COME_BACK;
  }

  private FindingDraft draft(FindingKind kind, ReportedError error) {
    return findings.of(kind).at(error.nanos()).frames(error.frame()).seen(error.failure().text());
  }

  private String precedingText() {
    String error =
        endedInError() ? "; last error: " + Excerpt.of(reported.getLast().failure().text()) : "";
    return connectionClaim == null
        ? error
        : error + "; last connection notice: " + Excerpt.of(connectionClaim.text());
  }

  private record ConnectionClaim(String text, int frame) {}

  private record ReportedError(Failure failure, Step step, int frame, long nanos) {

    boolean refuses() {
      return switch (failure.cause()) {
        case AUTH, OVERLOAD, PROTOCOL -> true;
        case MESSAGE, AGENT, PLATFORM -> false;
      };
    }

    FindingKind refusal() {
      return switch (failure.cause()) {
        case AUTH -> AUTH_REFUSED;
        case OVERLOAD -> SHED;
        case PROTOCOL, MESSAGE, AGENT, PLATFORM -> PROTOCOL_ERROR;
      };
    }

    String rejection() {
      return switch (refusal()) {
        case AUTH_REFUSED -> step == Step.WELCOME ? REJECTED : REFUSES + when();
        case SHED -> later(failure.text()) + when();
        default -> PROTOCOL + when();
      };
    }

    String when() {
      return step == Step.WELCOME ? ", before the question" : ", after the question";
    }

    String what() {
      if (failure.cause() != ErrorCause.AGENT) {
        return AccountQuota.isSpent(failure.text()) ? QUOTA : "The platform reports an error";
      }
      String agent = failure.source().agent();
      return agent == null ? "The agent failed" : "The agent " + Excerpt.of(agent) + " failed";
    }
  }
}
