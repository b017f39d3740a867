package io.goldenpath.detection;

import static io.goldenpath.model.finding.FindingKind.DEGRADED_SERVICE;
import static io.goldenpath.model.finding.FindingKind.ERROR_EVENT;
import static io.goldenpath.model.finding.FindingKind.SHED;
import static io.goldenpath.model.finding.Step.EVENTS;

import io.goldenpath.catalogue.fault.ErrorFaults;
import io.goldenpath.demo.fault.ShippedFaults;
import io.goldenpath.model.finding.Severity;
import java.util.stream.Stream;

/** What the monitor says of errors that the platform reports. */
final class ErrorCases {

  private ErrorCases() {}

  static Stream<Case> cases() {
    return Stream.of(
        Case.of(ShippedFaults.ERROR_MESSAGE, ERROR_EVENT, EVENTS),
        Case.of(ErrorFaults.COMPONENT_ERROR, ERROR_EVENT, EVENTS),
        Case.of(ErrorFaults.MANAGER_ERROR, ERROR_EVENT, EVENTS),
        Case.of(ErrorFaults.PLAIN_ERROR, ERROR_EVENT, EVENTS),
        Case.of(ErrorFaults.CODED_ERROR, ERROR_EVENT, EVENTS),
        Case.of(ErrorFaults.SYSTEM_ERROR, ERROR_EVENT, EVENTS),
        Case.of(ErrorFaults.CONNECTION_ERROR, ERROR_EVENT, EVENTS),
        Case.of(ErrorFaults.AGENT_ERROR, ERROR_EVENT, EVENTS),
        Case.of(ErrorFaults.AGENT_ERROR_IN_DATA, ERROR_EVENT, EVENTS),
        Case.of(ErrorFaults.AGENT_FAILED, ERROR_EVENT, EVENTS),
        Case.of(ErrorFaults.AGENT_DEATH, ERROR_EVENT, EVENTS),
        Case.of(ErrorFaults.TOOL_FAILED).and(ERROR_EVENT, EVENTS, Severity.WARNING),
        Case.of(ErrorFaults.TOOL_ERROR).and(ERROR_EVENT, EVENTS, Severity.WARNING),
        Case.of(ErrorFaults.ERROR_ON_THE_WAY).and(ERROR_EVENT, EVENTS, Severity.WARNING),
        Case.of(ErrorFaults.ERROR_AFTER_ANSWER).and(ERROR_EVENT, EVENTS, Severity.WARNING),
        Case.of(ErrorFaults.BREAKER_OPEN_MID_RUN, SHED, EVENTS),
        Case.of(ErrorFaults.QUOTA_EXCEEDED, SHED, EVENTS),
        Case.of(ErrorFaults.DEGRADED_MID_RUN, DEGRADED_SERVICE, EVENTS),
        Case.of(ErrorFaults.EMERGENCY_MID_RUN, DEGRADED_SERVICE, EVENTS));
  }
}
