package io.goldenpath.detection;

import static io.goldenpath.model.finding.FindingKind.DEGRADED_SERVICE;
import static io.goldenpath.model.finding.FindingKind.ERROR_EVENT;
import static io.goldenpath.model.finding.FindingKind.SHED;
import static io.goldenpath.model.finding.Step.EVENTS;

import io.goldenpath.demo.ErrorFault;
import io.goldenpath.model.finding.Severity;
import java.util.stream.Stream;

/** What the monitor says of errors that the platform reports. */
final class ErrorCases {

  private ErrorCases() {}

  static Stream<Case> cases() {
    return Stream.of(
        Case.of(ErrorFault.ERROR_MESSAGE, ERROR_EVENT, EVENTS),
        Case.of(ErrorFault.COMPONENT_ERROR, ERROR_EVENT, EVENTS),
        Case.of(ErrorFault.MANAGER_ERROR, ERROR_EVENT, EVENTS),
        Case.of(ErrorFault.PLAIN_ERROR, ERROR_EVENT, EVENTS),
        Case.of(ErrorFault.CODED_ERROR, ERROR_EVENT, EVENTS),
        Case.of(ErrorFault.SYSTEM_ERROR, ERROR_EVENT, EVENTS),
        Case.of(ErrorFault.CONNECTION_ERROR, ERROR_EVENT, EVENTS),
        Case.of(ErrorFault.AGENT_ERROR, ERROR_EVENT, EVENTS),
        Case.of(ErrorFault.AGENT_ERROR_IN_DATA, ERROR_EVENT, EVENTS),
        Case.of(ErrorFault.AGENT_FAILED, ERROR_EVENT, EVENTS),
        Case.of(ErrorFault.AGENT_DEATH, ERROR_EVENT, EVENTS),
        Case.of(ErrorFault.TOOL_FAILED).and(ERROR_EVENT, EVENTS, Severity.WARNING),
        Case.of(ErrorFault.TOOL_ERROR).and(ERROR_EVENT, EVENTS, Severity.WARNING),
        Case.of(ErrorFault.ERROR_ON_THE_WAY).and(ERROR_EVENT, EVENTS, Severity.WARNING),
        Case.of(ErrorFault.ERROR_AFTER_ANSWER).and(ERROR_EVENT, EVENTS, Severity.WARNING),
        Case.of(ErrorFault.BREAKER_OPEN_MID_RUN, SHED, EVENTS),
        Case.of(ErrorFault.QUOTA_EXCEEDED, SHED, EVENTS),
        Case.of(ErrorFault.DEGRADED_MID_RUN, DEGRADED_SERVICE, EVENTS),
        Case.of(ErrorFault.EMERGENCY_MID_RUN, DEGRADED_SERVICE, EVENTS));
  }
}
