package io.goldenpath.detection;

import static io.goldenpath.catalogue.fault.FirstFaults.DROPPED_MID_RUN;
import static io.goldenpath.catalogue.fault.FirstFaults.EMPTY_ANSWER;
import static io.goldenpath.catalogue.fault.FirstFaults.FABRICATED;
import static io.goldenpath.catalogue.fault.FirstFaults.NO_AGENT_COMPLETED;
import static io.goldenpath.catalogue.fault.FirstFaults.NO_AGENT_STARTED;
import static io.goldenpath.catalogue.fault.FirstFaults.NO_AGENT_THINKING;
import static io.goldenpath.catalogue.fault.FirstFaults.NO_TOOL_COMPLETED;
import static io.goldenpath.catalogue.fault.FirstFaults.NO_TOOL_EXECUTING;
import static io.goldenpath.catalogue.fault.FirstFaults.SILENT_AFTER_MESSAGE;
import static io.goldenpath.catalogue.fault.FirstFaults.SILENT_AFTER_UPGRADE;
import static io.goldenpath.catalogue.fault.FirstFaults.SLOW;
import static io.goldenpath.catalogue.fault.FirstFaults.WRONG_SUM;

import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.finding.Step;
import java.util.stream.Stream;

/** What the monitor says of the faults that a newcomer tries first. */
final class FirstFaultCases {

  private FirstFaultCases() {}

  static Stream<DetectionCase> cases() {
    return Stream.of(
        DetectionCase.of(SILENT_AFTER_UPGRADE, FindingKind.WELCOME_MISSING, Step.WELCOME),
        DetectionCase.of(SILENT_AFTER_MESSAGE, FindingKind.SILENT, Step.EVENTS),
        DetectionCase.of(NO_AGENT_STARTED, FindingKind.MISSING_EVENT, Step.EVENTS),
        DetectionCase.of(NO_AGENT_THINKING, FindingKind.MISSING_EVENT, Step.EVENTS),
        DetectionCase.of(NO_TOOL_EXECUTING, FindingKind.MISSING_EVENT, Step.EVENTS)
            .and(FindingKind.UNPAIRED_TOOL, Step.EVENTS),
        DetectionCase.of(NO_TOOL_COMPLETED, FindingKind.MISSING_EVENT, Step.EVENTS)
            .and(FindingKind.UNPAIRED_TOOL, Step.EVENTS),
        DetectionCase.of(NO_AGENT_COMPLETED, FindingKind.STALLED, Step.EVENTS),
        DetectionCase.of(DROPPED_MID_RUN, FindingKind.DROPPED, Step.EVENTS),
        DetectionCase.of(FABRICATED, FindingKind.FABRICATED, Step.ANSWER),
        DetectionCase.of(WRONG_SUM, FindingKind.WRONG_ANSWER, Step.ANSWER),
        DetectionCase.of(EMPTY_ANSWER, FindingKind.EMPTY_ANSWER, Step.ANSWER),
        DetectionCase.of(SLOW, FindingKind.TOO_SLOW, Step.ANSWER)
            .with("limits.answer.degraded", "1900ms"));
  }
}
