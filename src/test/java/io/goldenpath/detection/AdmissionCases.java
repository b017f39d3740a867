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
final class AdmissionCases {

  private AdmissionCases() {}

  static Stream<DetectionCase> cases() {
    return Stream.of(
        DetectionCase.of(AdmissionFaults.TOKEN_LOST, AUTH_REFUSED, WELCOME),
        DetectionCase.of(AdmissionFaults.TOKEN_REFUSED, AUTH_REFUSED, WELCOME),
        DetectionCase.of(AdmissionFaults.TOKEN_MISREAD, AUTH_REFUSED, WELCOME),
        DetectionCase.of(AdmissionFaults.AUTH_SERVICE_DOWN, AUTH_REFUSED, WELCOME),
        DetectionCase.of(AdmissionFaults.AUTH_FRAME_ALONE, AUTH_REFUSED, WELCOME),
        DetectionCase.of(AdmissionFaults.REFUSED_1011, AUTH_REFUSED, WELCOME),
        DetectionCase.of(AdmissionFaults.REFUSED_1008, AUTH_REFUSED, WELCOME),
        DetectionCase.of(AdmissionFaults.REFUSED_4401, AUTH_REFUSED, WELCOME),
        DetectionCase.of(AdmissionFaults.REFUSED_4403, AUTH_REFUSED, WELCOME),
        DetectionCase.of(AdmissionFaults.BREAKER_OPEN, SHED, WELCOME),
        DetectionCase.of(AdmissionFaults.SHEDDING, SHED, WELCOME),
        DetectionCase.of(AdmissionFaults.CONNECTIONS_LIMITED, SHED, WELCOME),
        DetectionCase.of(AdmissionFaults.CLOSED_AT_ONCE, DROPPED, WELCOME),
        DetectionCase.of(AdmissionFaults.CLOSED_BY_FACTORY, ERROR_EVENT, WELCOME)
            .and(DROPPED, WELCOME),
        DetectionCase.of(AdmissionFaults.CLOSED_BY_MIDDLEWARE, DROPPED, WELCOME),
        DetectionCase.of(AdmissionFaults.CLOSED_AS_IF_WELL, DROPPED, WELCOME),
        DetectionCase.of(AdmissionFaults.CLOSED_FOR_DEPLOY, DROPPED, WELCOME),
        DetectionCase.of(AdmissionFaults.CUT_AT_ONCE, DROPPED, WELCOME),
        DetectionCase.of(AdmissionFaults.CUT_BEFORE_WELCOME, DROPPED, WELCOME),
        DetectionCase.of(AdmissionFaults.CUT_AFTER_WELCOME, DROPPED, EVENTS));
  }
}
