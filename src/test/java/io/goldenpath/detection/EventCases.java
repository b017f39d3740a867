package io.goldenpath.detection;

import static io.goldenpath.model.finding.FindingKind.AFTER_TERMINAL;
import static io.goldenpath.model.finding.FindingKind.DUPLICATE_EVENT;
import static io.goldenpath.model.finding.FindingKind.MALFORMED_EVENT;
import static io.goldenpath.model.finding.FindingKind.MISSING_EVENT;
import static io.goldenpath.model.finding.FindingKind.OUT_OF_ORDER;
import static io.goldenpath.model.finding.FindingKind.UNPAIRED_TOOL;
import static io.goldenpath.model.finding.FindingKind.WRONG_RUN;
import static io.goldenpath.model.finding.Step.EVENTS;

import io.goldenpath.catalogue.fault.EventFaults;
import io.goldenpath.catalogue.fault.FirstFaults;
import java.util.stream.Stream;

/** What the monitor says of events that are wrong, or in the wrong place. */
final class EventCases {

  private EventCases() {}

  static Stream<DetectionCase> cases() {
    return Stream.of(
        DetectionCase.of(EventFaults.TWICE_STARTED, DUPLICATE_EVENT, EVENTS),
        DetectionCase.of(FirstFaults.TWICE_THINKING, DUPLICATE_EVENT, EVENTS),
        DetectionCase.of(EventFaults.TWICE_EXECUTING, DUPLICATE_EVENT, EVENTS),
        DetectionCase.of(EventFaults.TWICE_EXECUTED, DUPLICATE_EVENT, EVENTS),
        DetectionCase.of(EventFaults.TWICE_COMPLETED, DUPLICATE_EVENT, EVENTS),
        DetectionCase.of(EventFaults.RETRIED_EVENT, DUPLICATE_EVENT, EVENTS),
        DetectionCase.of(EventFaults.SECOND_ANSWER, DUPLICATE_EVENT, EVENTS),
        DetectionCase.of(EventFaults.NO_TOOL, MISSING_EVENT, EVENTS),
        DetectionCase.of(FirstFaults.THOUGHT_BEFORE_START, OUT_OF_ORDER, EVENTS),
        DetectionCase.of(EventFaults.TOOL_BEFORE_THOUGHT, OUT_OF_ORDER, EVENTS),
        DetectionCase.of(EventFaults.TOOL_DONE_BEFORE_ANNOUNCED, OUT_OF_ORDER, EVENTS),
        DetectionCase.of(EventFaults.ANSWER_BEFORE_TOOL_DONE, AFTER_TERMINAL, EVENTS),
        DetectionCase.of(EventFaults.START_AFTER_TOOL, OUT_OF_ORDER, EVENTS),
        DetectionCase.of(EventFaults.TOOL_LEFT_OPEN, UNPAIRED_TOOL, EVENTS),
        DetectionCase.of(EventFaults.TOOL_NOT_ANNOUNCED, UNPAIRED_TOOL, EVENTS),
        DetectionCase.of(EventFaults.TOOL_RENAMED, UNPAIRED_TOOL, EVENTS),
        DetectionCase.of(EventFaults.THOUGHT_AFTER_ANSWER, AFTER_TERMINAL, EVENTS),
        DetectionCase.of(EventFaults.TOOL_AFTER_ANSWER, AFTER_TERMINAL, EVENTS),
        DetectionCase.of(EventFaults.TRUNCATED_FRAME, MALFORMED_EVENT, EVENTS),
        DetectionCase.of(EventFaults.FRAME_IS_ARRAY, MALFORMED_EVENT, EVENTS),
        DetectionCase.of(EventFaults.FRAME_IS_TEXT, MALFORMED_EVENT, EVENTS),
        DetectionCase.of(EventFaults.FRAME_IS_BINARY, MALFORMED_EVENT, EVENTS),
        DetectionCase.of(EventFaults.FRAME_IS_EMPTY, MALFORMED_EVENT, EVENTS),
        DetectionCase.of(EventFaults.TYPE_IS_NUMBER, MALFORMED_EVENT, EVENTS),
        DetectionCase.of(EventFaults.PAYLOAD_IS_TEXT, MALFORMED_EVENT, EVENTS),
        DetectionCase.of(EventFaults.RUN_ID_IS_NUMBER, WRONG_RUN, EVENTS),
        DetectionCase.of(EventFaults.AGENT_IS_OBJECT, MALFORMED_EVENT, EVENTS),
        DetectionCase.of(EventFaults.TOOLS_WITHOUT_NAME, MALFORMED_EVENT, EVENTS));
  }
}
