package io.goldenpath.detection;

import static io.goldenpath.model.finding.FindingKind.AUTH_REFUSED;
import static io.goldenpath.model.finding.FindingKind.LOGIN_FAILED;
import static io.goldenpath.model.finding.FindingKind.LOGIN_REFUSED;
import static io.goldenpath.model.finding.FindingKind.SHED;
import static io.goldenpath.model.finding.FindingKind.TIMED_OUT;
import static io.goldenpath.model.finding.FindingKind.TOKEN_INVALID;
import static io.goldenpath.model.finding.FindingKind.TOO_SLOW;
import static io.goldenpath.model.finding.Step.LOGIN;
import static io.goldenpath.model.finding.Step.WELCOME;

import io.goldenpath.catalogue.fault.FirstFaults;
import io.goldenpath.catalogue.fault.LoginFaults;
import java.util.stream.Stream;

/** What the monitor says of faults at the login. */
final class LoginCases {

  private LoginCases() {}

  static Stream<DetectionCase> cases() {
    return Stream.of(
        DetectionCase.of(FirstFaults.LOGIN_DENIED, LOGIN_REFUSED, LOGIN),
        DetectionCase.of(LoginFaults.LOGIN_BAD_REQUEST, LOGIN_REFUSED, LOGIN),
        DetectionCase.of(LoginFaults.LOGIN_FORBIDDEN, LOGIN_REFUSED, LOGIN),
        DetectionCase.of(LoginFaults.LOGIN_UNPROCESSABLE, LOGIN_REFUSED, LOGIN),
        DetectionCase.of(LoginFaults.LOGIN_BROKEN, LOGIN_FAILED, LOGIN),
        DetectionCase.of(LoginFaults.LOGIN_BAD_GATEWAY, LOGIN_FAILED, LOGIN),
        DetectionCase.of(LoginFaults.LOGIN_UNAVAILABLE, LOGIN_FAILED, LOGIN),
        DetectionCase.of(LoginFaults.LOGIN_GATEWAY_TIMEOUT, LOGIN_FAILED, LOGIN),
        DetectionCase.of(LoginFaults.LOGIN_NOT_FOUND, LOGIN_FAILED, LOGIN),
        DetectionCase.of(LoginFaults.LOGIN_BUSY, SHED, LOGIN),
        DetectionCase.of(LoginFaults.LOGIN_RATE_LIMITED, SHED, LOGIN),
        DetectionCase.of(LoginFaults.LOGIN_REDIRECTED, LOGIN_FAILED, LOGIN),
        DetectionCase.of(LoginFaults.LOGIN_PAGE, LOGIN_FAILED, LOGIN),
        DetectionCase.of(LoginFaults.LOGIN_ANSWERED_EMPTY, LOGIN_FAILED, LOGIN),
        DetectionCase.of(LoginFaults.LOGIN_ANSWERED_IN_HALF, LOGIN_FAILED, LOGIN),
        DetectionCase.of(LoginFaults.LOGIN_WITHOUT_TOKEN, LOGIN_FAILED, LOGIN),
        DetectionCase.of(LoginFaults.LOGIN_NULL_TOKEN, LOGIN_FAILED, LOGIN),
        DetectionCase.of(LoginFaults.LOGIN_BLANK_TOKEN, LOGIN_FAILED, LOGIN),
        DetectionCase.of(LoginFaults.LOGIN_TOKEN_MOVED, LOGIN_FAILED, LOGIN),
        DetectionCase.of(LoginFaults.LOGIN_OVERSIZED, LOGIN_FAILED, LOGIN),
        DetectionCase.of(LoginFaults.LOGIN_TOKEN_EXPIRED, TOKEN_INVALID, LOGIN),
        DetectionCase.of(LoginFaults.LOGIN_TOKEN_GARBLED, TOKEN_INVALID, LOGIN),
        DetectionCase.of(LoginFaults.LOGIN_OF_A_STRANGER, TOKEN_INVALID, LOGIN)
            .with("login.subject-at", "/user/id"),
        DetectionCase.of(LoginFaults.LOGIN_TOKEN_OF_ANOTHER_KEY, AUTH_REFUSED, WELCOME),
        DetectionCase.of(LoginFaults.LOGIN_SLOW, TOO_SLOW, LOGIN),
        DetectionCase.of(LoginFaults.LOGIN_UNANSWERED, TIMED_OUT, LOGIN));
  }
}
