package io.goldenpath.detection;

import static io.goldenpath.model.finding.FindingKind.DEGRADED_SERVICE;
import static io.goldenpath.model.finding.FindingKind.LATE_EVENT;
import static io.goldenpath.model.finding.FindingKind.NOT_UNDERSTOOD;
import static io.goldenpath.model.finding.FindingKind.SILENT;
import static io.goldenpath.model.finding.FindingKind.STALLED;
import static io.goldenpath.model.finding.FindingKind.TIMED_OUT;
import static io.goldenpath.model.finding.Step.EVENTS;
import static io.goldenpath.model.finding.Step.SEND;

import io.goldenpath.catalogue.fault.SilenceFaults;
import java.util.stream.Stream;

/** What the monitor says of agents that are silent, stalled or late. */
final class TimingCases {

  private TimingCases() {}

  static Stream<DetectionCase> cases() {
    return Stream.of(
        DetectionCase.of(SilenceFaults.SYSTEM_MESSAGES_ONLY, SILENT, EVENTS),
        DetectionCase.of(SilenceFaults.ACKNOWLEDGED_ONLY, NOT_UNDERSTOOD, SEND),
        DetectionCase.of(SilenceFaults.TYPE_NOT_KNOWN, NOT_UNDERSTOOD, SEND),
        DetectionCase.of(SilenceFaults.MESSAGE_NOT_READ, NOT_UNDERSTOOD, SEND),
        DetectionCase.of(SilenceFaults.STALLED_AFTER_START, STALLED, EVENTS),
        DetectionCase.of(SilenceFaults.STALLED_AFTER_THOUGHT, STALLED, EVENTS),
        DetectionCase.of(SilenceFaults.STALLED_IN_TOOL, STALLED, EVENTS),
        DetectionCase.of(SilenceFaults.DIED_AFTER_TRIAGE, STALLED, EVENTS),
        DetectionCase.of(SilenceFaults.RESPONSE_ALONE, STALLED, EVENTS),
        DetectionCase.of(SilenceFaults.FALLBACK_ALONE, STALLED, EVENTS)
            .and(DEGRADED_SERVICE, EVENTS),
        DetectionCase.of(SilenceFaults.LATE_START, LATE_EVENT, EVENTS)
            .with("limits.first-event.degraded", "900ms"),
        DetectionCase.of(SilenceFaults.LATE_THOUGHT, LATE_EVENT, EVENTS)
            .with("limits.gap.degraded", "900ms"),
        DetectionCase.of(SilenceFaults.LATE_TOOL, LATE_EVENT, EVENTS)
            .with("limits.tool.degraded", "900ms"),
        DetectionCase.of(SilenceFaults.LATE_ANSWER, LATE_EVENT, EVENTS)
            .with("limits.gap.degraded", "900ms"),
        DetectionCase.of(SilenceFaults.FLUSHED_AT_THE_END, LATE_EVENT, EVENTS)
            .with("limits.first-event.degraded", "900ms"),
        DetectionCase.of(SilenceFaults.TALKS_ON, TIMED_OUT, EVENTS));
  }
}
