package io.goldenpath.detection;

import static io.goldenpath.model.finding.FindingKind.AUTH_REFUSED;
import static io.goldenpath.model.finding.FindingKind.DROPPED;
import static io.goldenpath.model.finding.FindingKind.ERROR_EVENT;
import static io.goldenpath.model.finding.FindingKind.SHED;
import static io.goldenpath.model.finding.Step.EVENTS;

import io.goldenpath.catalogue.fault.DisconnectFaults;
import java.util.stream.Stream;

/** What the monitor says of connections that end before the run does. */
final class DisconnectCases {

  private DisconnectCases() {}

  static Stream<DetectionCase> cases() {
    return Stream.of(
        DetectionCase.of(DisconnectFaults.CUT_ON_MESSAGE, DROPPED, EVENTS),
        DetectionCase.of(DisconnectFaults.CUT_IN_TOOL, DROPPED, EVENTS),
        DetectionCase.of(DisconnectFaults.CUT_BEFORE_ANSWER, DROPPED, EVENTS),
        DetectionCase.of(DisconnectFaults.CLOSED_ON_MESSAGE, DROPPED, EVENTS),
        DetectionCase.of(DisconnectFaults.CLOSED_AS_TOO_BIG, DROPPED, EVENTS),
        DetectionCase.of(DisconnectFaults.CLOSED_MID_RUN, DROPPED, EVENTS),
        DetectionCase.of(DisconnectFaults.CLOSED_WITHOUT_ANSWER, DROPPED, EVENTS),
        DetectionCase.of(DisconnectFaults.CLOSED_FOR_SHUTDOWN, DROPPED, EVENTS),
        DetectionCase.of(DisconnectFaults.CLOSED_FOR_RESTART, DROPPED, EVENTS),
        DetectionCase.of(DisconnectFaults.CLOSED_BY_RATE, SHED, EVENTS),
        DetectionCase.of(DisconnectFaults.CLOSED_BY_LOAD, SHED, EVENTS),
        DetectionCase.of(DisconnectFaults.SESSION_EXPIRED, AUTH_REFUSED, EVENTS),
        DetectionCase.of(DisconnectFaults.SESSION_REVOKED, AUTH_REFUSED, EVENTS),
        DetectionCase.of(DisconnectFaults.FALSE_RECOVERY, ERROR_EVENT, EVENTS)
            .and(DROPPED, EVENTS));
  }
}
