package io.goldenpath.detection;

import static io.goldenpath.model.finding.FindingKind.TIMED_OUT;
import static io.goldenpath.model.finding.FindingKind.UNAUTHORISED_ACCEPTED;
import static io.goldenpath.model.finding.Step.EVENTS;
import static io.goldenpath.model.finding.Step.WELCOME;

import io.goldenpath.demo.DemoBehaviour;
import io.goldenpath.demo.RefusalFault;
import io.goldenpath.demo.SessionVariant;
import io.goldenpath.model.probe.JourneyKind;
import java.util.stream.Stream;

/**
 * What the monitor says of platforms that let in who must not be. Cases share a platform, and who
 * brings no token or garbage is nobody in particular, so that only one case each may do so.
 */
final class RefusalCases {

  private RefusalCases() {}

  static Stream<Case> cases() {
    return Stream.of(
        Case.of(RefusalFault.ADMITS_WITHOUT_TOKEN, UNAUTHORISED_ACCEPTED, WELCOME)
            .shownTo("unknown")
            .on(JourneyKind.REFUSAL, "tokens", "none"),
        Case.of(RefusalFault.ADMITS_GARBAGE, UNAUTHORISED_ACCEPTED, WELCOME)
            .shownTo("unknown")
            .on(JourneyKind.REFUSAL, "tokens", "garbage"),
        Case.of(RefusalFault.ADMITS_EXPIRED, UNAUTHORISED_ACCEPTED, WELCOME)
            .on(JourneyKind.REFUSAL, "tokens", "expired,foreign"),
        Case.of(RefusalFault.ADMITS_FOREIGN, UNAUTHORISED_ACCEPTED, WELCOME)
            .on(JourneyKind.REFUSAL, "tokens", "expired,foreign"),
        Case.of(RefusalFault.ADMITS_IN_SILENCE, TIMED_OUT, WELCOME)
            .on(JourneyKind.REFUSAL, "tokens", "expired,foreign"),
        Case.of(RefusalFault.ANSWERS_INTRUDERS, UNAUTHORISED_ACCEPTED, EVENTS)
            .on(JourneyKind.REFUSAL, "tokens", "expired,foreign"),
        Case.of(RefusalFault.WELCOMES_THEN_REFUSES, UNAUTHORISED_ACCEPTED, WELCOME)
            .on(JourneyKind.REFUSAL, "tokens", "expired,foreign"),
        Case.of(RefusalFault.DEAF_TO_LOGOUT, UNAUTHORISED_ACCEPTED, EVENTS)
            .on(JourneyKind.REFUSAL, "tokens", "expired")
            .on(JourneyKind.REFUSAL, "revoke-url", "/demo/auth/logout"));
  }

  static Stream<Case> tolerated() {
    return Stream.of(
            SessionVariant.REFUSES_AT_UPGRADE,
            SessionVariant.REFUSES_WITH_403,
            SessionVariant.REFUSES_BY_1008,
            SessionVariant.REFUSES_BY_4401,
            SessionVariant.AUTH_BREAKER)
        .map(RefusalCases::refusing);
  }

  private static Case refusing(DemoBehaviour behaviour) {
    return Case.of(behaviour).on(JourneyKind.REFUSAL, "tokens", "expired,foreign");
  }
}
