package io.goldenpath.detection;

import static io.goldenpath.model.finding.FindingKind.TIMED_OUT;
import static io.goldenpath.model.finding.FindingKind.UNAUTHORISED_ACCEPTED;
import static io.goldenpath.model.finding.Step.EVENTS;
import static io.goldenpath.model.finding.Step.WELCOME;

import io.goldenpath.catalogue.fault.RefusalFaults;
import io.goldenpath.catalogue.variant.SessionVariants;
import io.goldenpath.demo.platform.DemoBehaviour;
import io.goldenpath.model.probe.JourneyKind;
import java.util.stream.Stream;

/**
 * What the monitor says of platforms that let in who must not be. Cases share a platform, and who
 * brings no token or garbage is nobody in particular, so that only one case each may do so.
 */
final class RefusalCases {

  private RefusalCases() {}

  static Stream<DetectionCase> cases() {
    return Stream.of(
        DetectionCase.of(RefusalFaults.ADMITS_WITHOUT_TOKEN, UNAUTHORISED_ACCEPTED, WELCOME)
            .shownTo("unknown")
            .on(JourneyKind.REFUSAL, "tokens", "none"),
        DetectionCase.of(RefusalFaults.ADMITS_GARBAGE, UNAUTHORISED_ACCEPTED, WELCOME)
            .shownTo("unknown")
            .on(JourneyKind.REFUSAL, "tokens", "garbage"),
        DetectionCase.of(RefusalFaults.ADMITS_EXPIRED, UNAUTHORISED_ACCEPTED, WELCOME)
            .on(JourneyKind.REFUSAL, "tokens", "expired,foreign"),
        DetectionCase.of(RefusalFaults.ADMITS_FOREIGN, UNAUTHORISED_ACCEPTED, WELCOME)
            .on(JourneyKind.REFUSAL, "tokens", "expired,foreign"),
        DetectionCase.of(RefusalFaults.ADMITS_IN_SILENCE, TIMED_OUT, WELCOME)
            .on(JourneyKind.REFUSAL, "tokens", "expired,foreign"),
        DetectionCase.of(RefusalFaults.ANSWERS_INTRUDERS, UNAUTHORISED_ACCEPTED, EVENTS)
            .on(JourneyKind.REFUSAL, "tokens", "expired,foreign"),
        DetectionCase.of(RefusalFaults.WELCOMES_THEN_REFUSES, UNAUTHORISED_ACCEPTED, WELCOME)
            .on(JourneyKind.REFUSAL, "tokens", "expired,foreign"),
        DetectionCase.of(RefusalFaults.DEAF_TO_LOGOUT, UNAUTHORISED_ACCEPTED, EVENTS)
            .on(JourneyKind.REFUSAL, "tokens", "expired")
            .on(JourneyKind.REFUSAL, "revoke-url", "/demo/auth/logout"));
  }

  static Stream<DetectionCase> tolerated() {
    return Stream.of(
            SessionVariants.REFUSES_AT_UPGRADE,
            SessionVariants.REFUSES_WITH_403,
            SessionVariants.REFUSES_BY_1008,
            SessionVariants.REFUSES_BY_4401,
            SessionVariants.AUTH_BREAKER)
        .map(RefusalCases::refusing);
  }

  private static DetectionCase refusing(DemoBehaviour behaviour) {
    return DetectionCase.of(behaviour).on(JourneyKind.REFUSAL, "tokens", "expired,foreign");
  }
}
