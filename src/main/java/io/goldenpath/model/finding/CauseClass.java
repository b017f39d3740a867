package io.goldenpath.model.finding;

import java.util.Optional;

/** What users lose by a finding: a closed list, by which alerts are worded. */
public enum CauseClass implements Labelled {
  LOGIN,
  /** Logged in, but not on the socket, or not welcome there. */
  CONNECTION,
  NO_ANSWER,
  /** An answer comes, and it is empty, wrong, an error or made up. */
  WRONG_ANSWER,
  /** An answer comes, and its events are not as promised. */
  EVENTS,
  LEAK,
  INTRUDER;

  /** Empty for our own fault, which is no loss of the users'. */
  public static Optional<CauseClass> of(Finding finding) {
    return of(finding.kind(), finding.step())
        .map(lost -> lost == NO_ANSWER && !finding.severity().failsRun() ? EVENTS : lost);
  }

  /** What it stands for where it fails a run; empty for our own fault. */
  public static Optional<CauseClass> of(FindingKind kind, Step step) {
    return switch (kind) {
      case MONITOR_FAULT -> Optional.empty();
      case LEAK_IDENTITY, LEAK_CONTENT, LEAK_ROUTING, LEAK_ID_COLLISION, LEAK_RESIDUE, DIVERTED ->
          Optional.of(LEAK);
      case UNAUTHORISED_ACCEPTED -> Optional.of(INTRUDER);
      case EMPTY_ANSWER, ERROR_ANSWER, WRONG_ANSWER, FABRICATED ->
          Optional.of(CauseClass.WRONG_ANSWER);
      case MISSING_EVENT,
          OUT_OF_ORDER,
          UNPAIRED_TOOL,
          DUPLICATE_EVENT,
          UNEXPECTED_EVENT,
          AFTER_TERMINAL,
          MALFORMED_EVENT,
          LATE_EVENT,
          WRONG_RUN ->
          Optional.of(EVENTS);
      case TOO_SLOW, DEGRADED_SERVICE ->
          Optional.of(step == Step.EVENTS || step == Step.ANSWER ? EVENTS : of(step));
      case DNS_FAILED,
          CONNECT_FAILED,
          TLS_FAILED,
          TIMED_OUT,
          LOGIN_REFUSED,
          LOGIN_FAILED,
          TOKEN_INVALID,
          SHED,
          UPGRADE_REFUSED,
          PROTOCOL_ERROR,
          SUBPROTOCOL_MISMATCH,
          AUTH_REFUSED,
          WELCOME_MISSING,
          DROPPED,
          MESSAGE_TOO_LARGE,
          NOT_UNDERSTOOD,
          SILENT,
          STALLED,
          ERROR_EVENT,
          RECONNECT_SLOW,
          RECONNECT_FAILED,
          NOT_RECOVERED ->
          Optional.of(of(step));
    };
  }

  private static CauseClass of(Step step) {
    return switch (step) {
      case LOGIN -> LOGIN;
      case CONNECT, WELCOME, CLOSE, RECONNECT -> CONNECTION;
      case SEND, EVENTS, ANSWER -> NO_ANSWER;
    };
  }
}
