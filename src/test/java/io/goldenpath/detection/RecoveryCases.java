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

  static Stream<Case> cases() {
    return Stream.of(
        Case.of(RecoveryFaults.DIES_ON_MALFORMED, DROPPED, SEND)
            .on(JourneyKind.RECOVERY, "cut", "none"),
        Case.of(RecoveryFaults.DEAF_AFTER_MALFORMED, NOT_RECOVERED, EVENTS)
            .on(JourneyKind.RECOVERY, "cut", "none"),
        Case.of(RecoveryFaults.WELCOME_LATE_AGAIN, RECONNECT_SLOW, RECONNECT)
            .on(JourneyKind.RECOVERY, "malformed", "")
            .with("limits.reconnect.degraded", "900ms"),
        Case.of(RecoveryFaults.REFUSES_AGAIN, UPGRADE_REFUSED, RECONNECT)
            .and(RECONNECT_FAILED, RECONNECT)
            .on(JourneyKind.RECOVERY, "malformed", ""),
        Case.of(RecoveryFaults.SHUT_AGAIN, ERROR_EVENT, RECONNECT)
            .and(DROPPED, RECONNECT)
            .and(RECONNECT_FAILED, RECONNECT)
            .on(JourneyKind.RECOVERY, "malformed", ""),
        Case.of(RecoveryFaults.DEAF_AGAIN, NOT_RECOVERED, EVENTS)
            .on(JourneyKind.RECOVERY, "then", "resend"),
        Case.of(RecoveryFaults.RESUMES_WITH_GAP, MISSING_EVENT, EVENTS)
            .on(JourneyKind.RECOVERY, "then", "resume")
            .on(JourneyKind.RECOVERY, "cut-after", "agent_started"),
        Case.of(RecoveryFaults.RESUMES_TWICE, DUPLICATE_EVENT, EVENTS)
            .on(JourneyKind.RECOVERY, "then", "resume"),
        Case.of(RecoveryFaults.DIES_ON_BURST, SHED, EVENTS).on(JourneyKind.RECOVERY, "burst", "6"),
        Case.of(RecoveryFaults.BURST_LOSES_ONE, NOT_RECOVERED, EVENTS)
            .on(JourneyKind.RECOVERY, "burst", "6")
            .on(JourneyKind.RECOVERY, "cut", "none"));
  }

  static Stream<Case> tolerated() {
    return Stream.of(
        Case.of(SessionVariants.RESUMES_RUNS).on(JourneyKind.RECOVERY, "then", "resume"));
  }
}
