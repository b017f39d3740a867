package io.goldenpath.detection;

import static io.goldenpath.model.finding.FindingKind.AUTH_REFUSED;
import static io.goldenpath.model.finding.FindingKind.DROPPED;
import static io.goldenpath.model.finding.FindingKind.ERROR_EVENT;
import static io.goldenpath.model.finding.FindingKind.SHED;
import static io.goldenpath.model.finding.Step.EVENTS;
import static io.goldenpath.model.finding.Step.WELCOME;

import io.goldenpath.catalogue.fault.AdmissionFaults;
import java.util.stream.Stream;

/** What the monitor says of users who are turned away after the upgrade. */
final class DoorCases {

  private DoorCases() {}

  static Stream<Case> cases() {
    return Stream.of(
        Case.of(AdmissionFaults.TOKEN_LOST, AUTH_REFUSED, WELCOME),
        Case.of(AdmissionFaults.TOKEN_REFUSED, AUTH_REFUSED, WELCOME),
        Case.of(AdmissionFaults.TOKEN_MISREAD, AUTH_REFUSED, WELCOME),
        Case.of(AdmissionFaults.AUTH_SERVICE_DOWN, AUTH_REFUSED, WELCOME),
        Case.of(AdmissionFaults.AUTH_FRAME_ALONE, AUTH_REFUSED, WELCOME),
        Case.of(AdmissionFaults.REFUSED_1011, AUTH_REFUSED, WELCOME),
        Case.of(AdmissionFaults.REFUSED_1008, AUTH_REFUSED, WELCOME),
        Case.of(AdmissionFaults.REFUSED_4401, AUTH_REFUSED, WELCOME),
        Case.of(AdmissionFaults.REFUSED_4403, AUTH_REFUSED, WELCOME),
        Case.of(AdmissionFaults.BREAKER_OPEN, SHED, WELCOME),
        Case.of(AdmissionFaults.SHEDDING, SHED, WELCOME),
        Case.of(AdmissionFaults.CONNECTIONS_LIMITED, SHED, WELCOME),
        Case.of(AdmissionFaults.CLOSED_AT_ONCE, DROPPED, WELCOME),
        Case.of(AdmissionFaults.CLOSED_BY_FACTORY, ERROR_EVENT, WELCOME).and(DROPPED, WELCOME),
        Case.of(AdmissionFaults.CLOSED_BY_MIDDLEWARE, DROPPED, WELCOME),
        Case.of(AdmissionFaults.CLOSED_AS_IF_WELL, DROPPED, WELCOME),
        Case.of(AdmissionFaults.CLOSED_FOR_DEPLOY, DROPPED, WELCOME),
        Case.of(AdmissionFaults.CUT_AT_ONCE, DROPPED, WELCOME),
        Case.of(AdmissionFaults.CUT_BEFORE_WELCOME, DROPPED, WELCOME),
        Case.of(AdmissionFaults.CUT_AFTER_WELCOME, DROPPED, EVENTS));
  }
}
