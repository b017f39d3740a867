package io.goldenpath.model.finding;

import static io.goldenpath.model.finding.Severity.CRITICAL;
import static io.goldenpath.model.finding.Severity.ERROR;
import static io.goldenpath.model.finding.Severity.WARNING;
import static io.goldenpath.model.finding.Step.ANSWER;
import static io.goldenpath.model.finding.Step.CLOSE;
import static io.goldenpath.model.finding.Step.CONNECT;
import static io.goldenpath.model.finding.Step.EVENTS;
import static io.goldenpath.model.finding.Step.LOGIN;
import static io.goldenpath.model.finding.Step.RECONNECT;
import static io.goldenpath.model.finding.Step.SEND;
import static io.goldenpath.model.finding.Step.WELCOME;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** Kinds of findings: a closed list, since it labels metrics. */
public enum FindingKind implements Labelled {
  DNS_FAILED(ERROR, LOGIN, CONNECT, SEND, RECONNECT),
  /** TCP refused, unreachable, or reset before any reply. */
  CONNECT_FAILED(ERROR, LOGIN, CONNECT, SEND, RECONNECT),
  TLS_FAILED(ERROR, LOGIN, CONNECT, SEND, RECONNECT),
  /** A step passed its limit, and no other kind names it better. */
  TIMED_OUT(ERROR, LOGIN, CONNECT, WELCOME, SEND, EVENTS, ANSWER, CLOSE, RECONNECT),
  /** A step ended well, but later than it should. */
  TOO_SLOW(WARNING, LOGIN, CONNECT, WELCOME, SEND, ANSWER),
  /** The login rejects the user. */
  LOGIN_REFUSED(ERROR, LOGIN),
  /** The login's reply is of no use, such as a 500. */
  LOGIN_FAILED(ERROR, LOGIN),
  /** The issued token has expired, cannot be parsed, or belongs to another user. */
  TOKEN_INVALID(ERROR, LOGIN, CONNECT),
  /** The platform asks to come back later: it is overloaded or limits the rate. */
  SHED(ERROR, LOGIN, CONNECT, WELCOME, SEND, EVENTS, ANSWER, RECONNECT),
  /** The upgrade was answered with anything but 101. */
  UPGRADE_REFUSED(ERROR, CONNECT, RECONNECT),
  /** HTTP or WebSocket rules are broken. */
  PROTOCOL_ERROR(ERROR, LOGIN, CONNECT, WELCOME, SEND, EVENTS, ANSWER, CLOSE, RECONNECT),
  /** The server chose a subprotocol that was not offered, or none where one is needed. */
  SUBPROTOCOL_MISMATCH(ERROR, CONNECT, RECONNECT),
  /** The socket's side refuses the user, on evidence. */
  AUTH_REFUSED(ERROR, CONNECT, WELCOME, SEND, EVENTS, ANSWER, RECONNECT),
  /** Connected, but the ready frame did not come. */
  WELCOME_MISSING(ERROR, WELCOME, RECONNECT),
  DEGRADED_SERVICE(WARNING, WELCOME, EVENTS, ANSWER, RECONNECT),
  /** The connection ended before the run did. */
  DROPPED(ERROR, WELCOME, SEND, EVENTS, ANSWER, RECONNECT),
  /** The message that we are asked to send exceeds the advertised size. */
  MESSAGE_TOO_LARGE(ERROR, SEND),
  /** The message was acknowledged or refused as unknown, and no run followed. */
  NOT_UNDERSTOOD(ERROR, SEND),
  /** Sent, the connection is alive, and no agent event came. */
  SILENT(ERROR, EVENTS),
  /** Some events came, then none. */
  STALLED(ERROR, EVENTS),
  /** The run reached its end without a required event. */
  MISSING_EVENT(ERROR, EVENTS),
  /** The contract's order is broken, by arrival. */
  OUT_OF_ORDER(ERROR, EVENTS),
  /** A tool completed without having been announced, or was announced and stayed open. */
  UNPAIRED_TOOL(ERROR, EVENTS),
  DUPLICATE_EVENT(WARNING, EVENTS, ANSWER),
  /** A type that the contract forbids, or agent events before anything was sent. */
  UNEXPECTED_EVENT(WARNING, WELCOME, EVENTS, RECONNECT),
  /** Agent events of the run after its terminal event. */
  AFTER_TERMINAL(ERROR, EVENTS),
  /** A frame that cannot be read, or an event without its required fields. */
  MALFORMED_EVENT(ERROR, WELCOME, EVENTS, RECONNECT),
  ERROR_EVENT(ERROR, WELCOME, SEND, EVENTS, ANSWER, RECONNECT),
  /** An event came after its own deadline. */
  LATE_EVENT(WARNING, EVENTS),
  /** An event carries the run or thread id of another run. */
  WRONG_RUN(ERROR, EVENTS),
  /** The terminal event has no text. */
  EMPTY_ANSWER(ERROR, ANSWER),
  /** The terminal event says that it failed. */
  ERROR_ANSWER(ERROR, ANSWER),
  /** The nonce or the sum is not in the answer, or a condition of the contract fails. */
  WRONG_ANSWER(ERROR, ANSWER),
  /** The run is made up: no agent worked. */
  FABRICATED(ERROR, EVENTS, ANSWER),
  /** A frame names another user as its owner. */
  LEAK_IDENTITY(CRITICAL, LOGIN, WELCOME, EVENTS, ANSWER, RECONNECT),
  /** Another user's code, e-mail or id is inside a frame. */
  LEAK_CONTENT(CRITICAL, WELCOME, EVENTS, ANSWER),
  /** Frames of a run that belongs to another user. */
  LEAK_ROUTING(CRITICAL, WELCOME, EVENTS, ANSWER),
  /** Two users got the same run, thread or connection id. */
  LEAK_ID_COLLISION(CRITICAL, WELCOME, EVENTS),
  /** A fresh connection brought what belongs to an earlier session. */
  LEAK_RESIDUE(CRITICAL, WELCOME, EVENTS),
  /** A user's own frames are missing and were seen at another. */
  DIVERTED(CRITICAL, EVENTS, ANSWER),
  /** A client without a valid token was let in. */
  UNAUTHORISED_ACCEPTED(CRITICAL, CONNECT, WELCOME, EVENTS, ANSWER),
  RECONNECT_SLOW(WARNING, RECONNECT),
  /** No new connection was ready in time, or it was refused. */
  RECONNECT_FAILED(ERROR, RECONNECT),
  /** Connected again, or still, but the golden path failed. */
  NOT_RECOVERED(ERROR, RECONNECT, EVENTS, ANSWER),
  /** Our own fault: it blames nobody else. */
  MONITOR_FAULT(ERROR, LOGIN, CONNECT, WELCOME, SEND, EVENTS, ANSWER, CLOSE, RECONNECT);

  private final Severity severity;
  private final Set<Step> steps;

  FindingKind(Severity severity, Step first, Step... rest) {
    this.severity = severity;
    this.steps = Collections.unmodifiableSet(EnumSet.of(first, rest));
  }

  /** The severity that this kind has unless a contract says otherwise. */
  public Severity severity() {
    return severity;
  }

  public Set<Step> steps() {
    return steps;
  }
}
