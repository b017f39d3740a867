package io.goldenpath.detection;

import static io.goldenpath.model.finding.FindingKind.DEGRADED_SERVICE;
import static io.goldenpath.model.finding.FindingKind.ERROR_EVENT;
import static io.goldenpath.model.finding.FindingKind.SHED;
import static io.goldenpath.model.finding.Step.EVENTS;

import io.goldenpath.catalogue.fault.ErrorFaults;
import io.goldenpath.catalogue.fault.FirstFaults;
import io.goldenpath.model.finding.Severity;
import java.util.stream.Stream;

/** What the monitor says of errors that the platform reports. */
final class ErrorCases {

  private ErrorCases() {}

  static Stream<DetectionCase> cases() {
    return Stream.of(
        DetectionCase.of(FirstFaults.ERROR_MESSAGE, ERROR_EVENT, EVENTS),
        DetectionCase.of(ErrorFaults.COMPONENT_ERROR, ERROR_EVENT, EVENTS),
        DetectionCase.of(ErrorFaults.MANAGER_ERROR, ERROR_EVENT, EVENTS),
        DetectionCase.of(ErrorFaults.PLAIN_ERROR, ERROR_EVENT, EVENTS),
        DetectionCase.of(ErrorFaults.CODED_ERROR, ERROR_EVENT, EVENTS),
        DetectionCase.of(ErrorFaults.SYSTEM_ERROR, ERROR_EVENT, EVENTS),
        DetectionCase.of(ErrorFaults.CONNECTION_ERROR, ERROR_EVENT, EVENTS),
        DetectionCase.of(ErrorFaults.AGENT_ERROR, ERROR_EVENT, EVENTS),
        DetectionCase.of(ErrorFaults.AGENT_ERROR_IN_DATA, ERROR_EVENT, EVENTS),
        DetectionCase.of(ErrorFaults.AGENT_FAILED, ERROR_EVENT, EVENTS),
        DetectionCase.of(ErrorFaults.AGENT_DEATH, ERROR_EVENT, EVENTS),
        DetectionCase.of(ErrorFaults.TOOL_FAILED).and(ERROR_EVENT, EVENTS, Severity.WARNING),
        DetectionCase.of(ErrorFaults.TOOL_ERROR).and(ERROR_EVENT, EVENTS, Severity.WARNING),
        DetectionCase.of(ErrorFaults.ERROR_ON_THE_WAY).and(ERROR_EVENT, EVENTS, Severity.WARNING),
        DetectionCase.of(ErrorFaults.ERROR_AFTER_ANSWER).and(ERROR_EVENT, EVENTS, Severity.WARNING),
        DetectionCase.of(ErrorFaults.BREAKER_OPEN_MID_RUN, SHED, EVENTS),
        DetectionCase.of(ErrorFaults.QUOTA_EXCEEDED, SHED, EVENTS),
        DetectionCase.of(ErrorFaults.DEGRADED_MID_RUN, DEGRADED_SERVICE, EVENTS),
        DetectionCase.of(ErrorFaults.EMERGENCY_MID_RUN, DEGRADED_SERVICE, EVENTS));
  }
}
