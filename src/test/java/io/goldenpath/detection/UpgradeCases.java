package io.goldenpath.detection;

import static io.goldenpath.model.finding.FindingKind.AUTH_REFUSED;
import static io.goldenpath.model.finding.FindingKind.SHED;
import static io.goldenpath.model.finding.FindingKind.TIMED_OUT;
import static io.goldenpath.model.finding.FindingKind.TOO_SLOW;
import static io.goldenpath.model.finding.FindingKind.UPGRADE_REFUSED;
import static io.goldenpath.model.finding.Step.CONNECT;

import io.goldenpath.catalogue.fault.FirstFaults;
import io.goldenpath.catalogue.fault.UpgradeFaults;
import java.util.stream.Stream;

/** What the monitor says of upgrades that are not answered with a socket. */
final class UpgradeCases {

  private UpgradeCases() {}

  static Stream<DetectionCase> cases() {
    return Stream.of(
        DetectionCase.of(UpgradeFaults.UPGRADE_ANSWERED_WITH_PAGE, UPGRADE_REFUSED, CONNECT),
        DetectionCase.of(UpgradeFaults.UPGRADE_ANSWERED_WITH_NOTHING, UPGRADE_REFUSED, CONNECT),
        DetectionCase.of(UpgradeFaults.UPGRADE_MOVED, UPGRADE_REFUSED, CONNECT),
        DetectionCase.of(UpgradeFaults.UPGRADE_SENT_TO_LOGIN, UPGRADE_REFUSED, CONNECT),
        DetectionCase.of(UpgradeFaults.UPGRADE_BAD_REQUEST, UPGRADE_REFUSED, CONNECT),
        DetectionCase.of(UpgradeFaults.UPGRADE_UNAUTHORISED, AUTH_REFUSED, CONNECT),
        DetectionCase.of(UpgradeFaults.UPGRADE_TOKEN_FORBIDDEN, AUTH_REFUSED, CONNECT),
        DetectionCase.of(FirstFaults.UPGRADE_FORBIDDEN, UPGRADE_REFUSED, CONNECT),
        DetectionCase.of(UpgradeFaults.UPGRADE_BLOCKED, UPGRADE_REFUSED, CONNECT),
        DetectionCase.of(UpgradeFaults.UPGRADE_NOT_FOUND, UPGRADE_REFUSED, CONNECT),
        DetectionCase.of(UpgradeFaults.UPGRADE_NOT_ALLOWED, UPGRADE_REFUSED, CONNECT),
        DetectionCase.of(UpgradeFaults.UPGRADE_TIMED_OUT, UPGRADE_REFUSED, CONNECT),
        DetectionCase.of(UpgradeFaults.UPGRADE_GONE, UPGRADE_REFUSED, CONNECT),
        DetectionCase.of(UpgradeFaults.UPGRADE_VERSION_REQUIRED, UPGRADE_REFUSED, CONNECT),
        DetectionCase.of(UpgradeFaults.UPGRADE_TOO_MANY, UPGRADE_REFUSED, CONNECT),
        DetectionCase.of(UpgradeFaults.UPGRADE_RATE_LIMITED, SHED, CONNECT),
        DetectionCase.of(UpgradeFaults.UPGRADE_BROKEN, UPGRADE_REFUSED, CONNECT),
        DetectionCase.of(UpgradeFaults.UPGRADE_BAD_GATEWAY, UPGRADE_REFUSED, CONNECT),
        DetectionCase.of(UpgradeFaults.UPGRADE_UNHEALTHY, UPGRADE_REFUSED, CONNECT),
        DetectionCase.of(UpgradeFaults.UPGRADE_NOT_READY, SHED, CONNECT),
        DetectionCase.of(UpgradeFaults.UPGRADE_GATEWAY_TIMEOUT, UPGRADE_REFUSED, CONNECT),
        DetectionCase.of(UpgradeFaults.UPGRADE_SLOW, TOO_SLOW, CONNECT),
        DetectionCase.of(UpgradeFaults.UPGRADE_UNANSWERED, TIMED_OUT, CONNECT));
  }
}
