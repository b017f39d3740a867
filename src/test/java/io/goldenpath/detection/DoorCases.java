package io.goldenpath.detection;

import static io.goldenpath.model.finding.FindingKind.AUTH_REFUSED;
import static io.goldenpath.model.finding.FindingKind.DROPPED;
import static io.goldenpath.model.finding.FindingKind.ERROR_EVENT;
import static io.goldenpath.model.finding.FindingKind.SHED;
import static io.goldenpath.model.finding.Step.EVENTS;
import static io.goldenpath.model.finding.Step.WELCOME;

import io.goldenpath.demo.DoorFault;
import java.util.stream.Stream;

/** What the monitor says of users who are turned away after the upgrade. */
final class DoorCases {

  private DoorCases() {}

  static Stream<Case> cases() {
    return Stream.of(
        Case.of(DoorFault.TOKEN_LOST, AUTH_REFUSED, WELCOME),
        Case.of(DoorFault.TOKEN_REFUSED, AUTH_REFUSED, WELCOME),
        Case.of(DoorFault.TOKEN_MISREAD, AUTH_REFUSED, WELCOME),
        Case.of(DoorFault.AUTH_SERVICE_DOWN, AUTH_REFUSED, WELCOME),
        Case.of(DoorFault.AUTH_FRAME_ALONE, AUTH_REFUSED, WELCOME),
        Case.of(DoorFault.REFUSED_1011, AUTH_REFUSED, WELCOME),
        Case.of(DoorFault.REFUSED_1008, AUTH_REFUSED, WELCOME),
        Case.of(DoorFault.REFUSED_4401, AUTH_REFUSED, WELCOME),
        Case.of(DoorFault.REFUSED_4403, AUTH_REFUSED, WELCOME),
        Case.of(DoorFault.BREAKER_OPEN, SHED, WELCOME),
        Case.of(DoorFault.SHEDDING, SHED, WELCOME),
        Case.of(DoorFault.CONNECTIONS_LIMITED, SHED, WELCOME),
        Case.of(DoorFault.CLOSED_AT_ONCE, DROPPED, WELCOME),
        Case.of(DoorFault.CLOSED_BY_FACTORY, ERROR_EVENT, WELCOME).and(DROPPED, WELCOME),
        Case.of(DoorFault.CLOSED_BY_MIDDLEWARE, DROPPED, WELCOME),
        Case.of(DoorFault.CLOSED_AS_IF_WELL, DROPPED, WELCOME),
        Case.of(DoorFault.CLOSED_FOR_DEPLOY, DROPPED, WELCOME),
        Case.of(DoorFault.CUT_AT_ONCE, DROPPED, WELCOME),
        Case.of(DoorFault.CUT_BEFORE_WELCOME, DROPPED, WELCOME),
        Case.of(DoorFault.CUT_AFTER_WELCOME, DROPPED, EVENTS));
  }
}
