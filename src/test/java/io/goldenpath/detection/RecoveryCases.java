package io.goldenpath.detection;

import static io.goldenpath.model.finding.FindingKind.DROPPED;
import static io.goldenpath.model.finding.FindingKind.DUPLICATE_EVENT;
import static io.goldenpath.model.finding.FindingKind.ERROR_EVENT;
import static io.goldenpath.model.finding.FindingKind.MISSING_EVENT;
import static io.goldenpath.model.finding.FindingKind.NOT_RECOVERED;
import static io.goldenpath.model.finding.FindingKind.RECONNECT_FAILED;
import static io.goldenpath.model.finding.FindingKind.RECONNECT_SLOW;
import static io.goldenpath.model.finding.FindingKind.SHED;
import static io.goldenpath.model.finding.FindingKind.UPGRADE_REFUSED;
import static io.goldenpath.model.finding.Step.EVENTS;
import static io.goldenpath.model.finding.Step.RECONNECT;
import static io.goldenpath.model.finding.Step.SEND;

import io.goldenpath.catalogue.fault.RecoveryFaults;
import io.goldenpath.catalogue.variant.SessionVariants;
import io.goldenpath.model.probe.JourneyKind;
import java.util.stream.Stream;

/** What the monitor says of platforms that do not get over something. */
final class RecoveryCases {

  private RecoveryCases() {}

  static Stream<DetectionCase> cases() {
    return Stream.of(
        DetectionCase.of(RecoveryFaults.DIES_ON_MALFORMED, DROPPED, SEND)
            .on(JourneyKind.RECOVERY, "cut", "none"),
        DetectionCase.of(RecoveryFaults.DEAF_AFTER_MALFORMED, NOT_RECOVERED, EVENTS)
            .on(JourneyKind.RECOVERY, "cut", "none"),
        DetectionCase.of(RecoveryFaults.WELCOME_LATE_AGAIN, RECONNECT_SLOW, RECONNECT)
            .on(JourneyKind.RECOVERY, "malformed", "")
            .with("limits.reconnect.degraded", "900ms"),
        DetectionCase.of(RecoveryFaults.REFUSES_AGAIN, UPGRADE_REFUSED, RECONNECT)
            .and(RECONNECT_FAILED, RECONNECT)
            .on(JourneyKind.RECOVERY, "malformed", ""),
        DetectionCase.of(RecoveryFaults.SHUT_AGAIN, ERROR_EVENT, RECONNECT)
            .and(DROPPED, RECONNECT)
            .and(RECONNECT_FAILED, RECONNECT)
            .on(JourneyKind.RECOVERY, "malformed", ""),
        DetectionCase.of(RecoveryFaults.DEAF_AGAIN, NOT_RECOVERED, EVENTS)
            .on(JourneyKind.RECOVERY, "then", "resend"),
        DetectionCase.of(RecoveryFaults.RESUMES_WITH_GAP, MISSING_EVENT, EVENTS)
            .on(JourneyKind.RECOVERY, "then", "resume")
            .on(JourneyKind.RECOVERY, "cut-after", "agent_started"),
        DetectionCase.of(RecoveryFaults.RESUMES_TWICE, DUPLICATE_EVENT, EVENTS)
            .on(JourneyKind.RECOVERY, "then", "resume"),
        DetectionCase.of(RecoveryFaults.DIES_ON_BURST, SHED, EVENTS)
            .on(JourneyKind.RECOVERY, "burst", "6"),
        DetectionCase.of(RecoveryFaults.BURST_LOSES_ONE, NOT_RECOVERED, EVENTS)
            .on(JourneyKind.RECOVERY, "burst", "6")
            .on(JourneyKind.RECOVERY, "cut", "none"));
  }

  static Stream<DetectionCase> tolerated() {
    return Stream.of(
        DetectionCase.of(SessionVariants.RESUMES_RUNS).on(JourneyKind.RECOVERY, "then", "resume"));
  }
}
