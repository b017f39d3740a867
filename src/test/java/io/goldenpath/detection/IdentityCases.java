package io.goldenpath.detection;

import static io.goldenpath.model.finding.FindingKind.LEAK_IDENTITY;
import static io.goldenpath.model.finding.FindingKind.STALLED;
import static io.goldenpath.model.finding.FindingKind.WRONG_RUN;
import static io.goldenpath.model.finding.Step.EVENTS;

import io.goldenpath.catalogue.fault.FirstFaults;
import io.goldenpath.catalogue.fault.IdentityFaults;
import java.util.stream.Stream;

/** What the monitor says of what belongs to others. */
final class IdentityCases {

  private IdentityCases() {}

  static Stream<DetectionCase> cases() {
    return Stream.of(
        DetectionCase.of(FirstFaults.STRANGERS_ID_ON_TOP, LEAK_IDENTITY, EVENTS),
        DetectionCase.of(IdentityFaults.STRANGERS_ID_IN_PAYLOAD, LEAK_IDENTITY, EVENTS),
        DetectionCase.of(IdentityFaults.STRANGERS_ID_IN_DATA, LEAK_IDENTITY, EVENTS),
        DetectionCase.of(IdentityFaults.STRANGERS_ID_IN_CONTEXT, LEAK_IDENTITY, EVENTS),
        DetectionCase.of(IdentityFaults.STRANGERS_PONG, LEAK_IDENTITY, EVENTS),
        DetectionCase.of(IdentityFaults.STRANGERS_ANSWER, LEAK_IDENTITY, EVENTS)
            .and(STALLED, EVENTS),
        DetectionCase.of(IdentityFaults.EVENT_OF_ANOTHER_RUN, WRONG_RUN, EVENTS),
        DetectionCase.of(IdentityFaults.EVENT_OF_ANOTHER_THREAD, WRONG_RUN, EVENTS),
        DetectionCase.of(IdentityFaults.THOUGHT_OF_ANOTHER_RUN, WRONG_RUN, EVENTS),
        DetectionCase.of(IdentityFaults.RUN_OF_ANOTHER, WRONG_RUN, EVENTS));
  }
}
