package io.goldenpath.detection;

import static io.goldenpath.model.finding.FindingKind.DEGRADED_SERVICE;
import static io.goldenpath.model.finding.FindingKind.DROPPED;
import static io.goldenpath.model.finding.FindingKind.ERROR_EVENT;
import static io.goldenpath.model.finding.FindingKind.LEAK_IDENTITY;
import static io.goldenpath.model.finding.FindingKind.MALFORMED_EVENT;
import static io.goldenpath.model.finding.FindingKind.TOO_SLOW;
import static io.goldenpath.model.finding.FindingKind.UNEXPECTED_EVENT;
import static io.goldenpath.model.finding.FindingKind.WELCOME_MISSING;
import static io.goldenpath.model.finding.Step.WELCOME;

import io.goldenpath.catalogue.fault.WelcomeFaults;
import io.goldenpath.model.finding.Severity;
import java.util.stream.Stream;

/** What the monitor says of what is wrong with the welcome. */
final class WelcomeCases {

  private WelcomeCases() {}

  static Stream<DetectionCase> cases() {
    return Stream.of(
        DetectionCase.of(WelcomeFaults.NO_WELCOME, WELCOME_MISSING, WELCOME),
        DetectionCase.of(WelcomeFaults.WELCOME_NOT_READY, WELCOME_MISSING, WELCOME),
        DetectionCase.of(WelcomeFaults.WELCOME_IN_EMERGENCY, DEGRADED_SERVICE, WELCOME),
        DetectionCase.of(WelcomeFaults.WELCOME_LATE, TOO_SLOW, WELCOME)
            .with("limits.welcome.degraded", "400ms"),
        DetectionCase.of(WelcomeFaults.WELCOME_TOO_LATE, WELCOME_MISSING, WELCOME),
        DetectionCase.of(WelcomeFaults.WELCOME_OF_A_STRANGER, LEAK_IDENTITY, WELCOME),
        DetectionCase.of(WelcomeFaults.DATABASE_DOWN).and(ERROR_EVENT, WELCOME, Severity.WARNING),
        DetectionCase.of(WelcomeFaults.INITIALIZATION_FAILED, DEGRADED_SERVICE, WELCOME),
        DetectionCase.of(WelcomeFaults.INITIALIZATION_TIMED_OUT, DEGRADED_SERVICE, WELCOME),
        DetectionCase.of(WelcomeFaults.SERVICE_FAILED, DEGRADED_SERVICE, WELCOME),
        DetectionCase.of(WelcomeFaults.DEGRADED_AT_START, DEGRADED_SERVICE, WELCOME),
        DetectionCase.of(WelcomeFaults.HANDLERS_DEGRADED, DEGRADED_SERVICE, WELCOME),
        DetectionCase.of(WelcomeFaults.IN_MAINTENANCE, DEGRADED_SERVICE, WELCOME),
        DetectionCase.of(WelcomeFaults.USER_ID_REFUSED, ERROR_EVENT, WELCOME).and(DROPPED, WELCOME),
        DetectionCase.of(WelcomeFaults.IMPORT_FAILED, ERROR_EVENT, WELCOME).and(DROPPED, WELCOME),
        DetectionCase.of(WelcomeFaults.AGENT_BEFORE_QUESTION, UNEXPECTED_EVENT, WELCOME),
        DetectionCase.of(WelcomeFaults.WELCOME_AFTER_GARBAGE, MALFORMED_EVENT, WELCOME),
        DetectionCase.of(WelcomeFaults.WELCOME_AFTER_ARRAY, MALFORMED_EVENT, WELCOME),
        DetectionCase.of(WelcomeFaults.WELCOME_AFTER_BYTES, MALFORMED_EVENT, WELCOME));
  }
}
