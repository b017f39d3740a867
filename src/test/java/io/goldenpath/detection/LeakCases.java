package io.goldenpath.detection;

import static io.goldenpath.model.finding.FindingKind.DIVERTED;
import static io.goldenpath.model.finding.FindingKind.LEAK_CONTENT;
import static io.goldenpath.model.finding.FindingKind.LEAK_IDENTITY;
import static io.goldenpath.model.finding.FindingKind.LEAK_ID_COLLISION;
import static io.goldenpath.model.finding.FindingKind.LEAK_RESIDUE;
import static io.goldenpath.model.finding.FindingKind.LEAK_ROUTING;
import static io.goldenpath.model.finding.Step.ANSWER;
import static io.goldenpath.model.finding.Step.EVENTS;
import static io.goldenpath.model.finding.Step.WELCOME;

import io.goldenpath.catalogue.fault.FirstFaults;
import io.goldenpath.catalogue.fault.LeakFaults;
import io.goldenpath.catalogue.fault.ResidueFaults;
import io.goldenpath.catalogue.fault.RoutingFaults;
import java.util.stream.Stream;

/** What the monitor says of one user's things at another, where several walk at once. */
final class LeakCases {

  private LeakCases() {}

  static Stream<DetectionCase> cases() {
    return Stream.of(
        DetectionCase.of(LeakFaults.STRANGERS_CODE, LEAK_CONTENT, ANSWER),
        DetectionCase.of(LeakFaults.STRANGERS_CODE_LOWER, LEAK_CONTENT, ANSWER),
        DetectionCase.of(LeakFaults.STRANGERS_CODE_ESCAPED, LEAK_CONTENT, ANSWER),
        DetectionCase.of(LeakFaults.STRANGERS_CODE_SPLIT, LEAK_CONTENT, EVENTS),
        DetectionCase.of(LeakFaults.STRANGERS_CODE_BASE64, LEAK_CONTENT, EVENTS),
        DetectionCase.of(LeakFaults.STRANGERS_EMAIL, LEAK_CONTENT, EVENTS),
        DetectionCase.of(LeakFaults.STRANGERS_EMAIL_IN_NOTICE, LEAK_CONTENT, EVENTS),
        DetectionCase.of(LeakFaults.STRANGERS_ID_INSIDE, LEAK_CONTENT, EVENTS),
        DetectionCase.of(ResidueFaults.STRANGERS_CODE_BEFORE_QUESTION, LEAK_CONTENT, EVENTS),
        DetectionCase.of(FirstFaults.STRANGERS_ID_ON_TOP, LEAK_IDENTITY, EVENTS),
        DetectionCase.of(RoutingFaults.STRANGERS_EVENT, LEAK_ROUTING, EVENTS),
        DetectionCase.of(RoutingFaults.STRANGERS_RUN_COPIED, LEAK_ROUTING, EVENTS),
        DetectionCase.of(RoutingFaults.BROADCAST_TO_IDLE, LEAK_ROUTING, EVENTS)
            .with("journeys.isolation.listeners", "2"),
        DetectionCase.of(RoutingFaults.SHARED_RUN_ID, LEAK_ID_COLLISION, EVENTS),
        DetectionCase.of(RoutingFaults.SHARED_THREAD_ID, LEAK_ID_COLLISION, EVENTS),
        DetectionCase.of(RoutingFaults.SHARED_CONNECTION_ID, LEAK_ID_COLLISION, WELCOME),
        DetectionCase.of(RoutingFaults.DIVERTED_EVENT, DIVERTED, EVENTS),
        DetectionCase.of(RoutingFaults.DIVERTED_ANSWER, DIVERTED, EVENTS),
        DetectionCase.of(RoutingFaults.DIVERTED_RUN, DIVERTED, EVENTS),
        DetectionCase.of(RoutingFaults.ANY_THREAD, LEAK_ROUTING, EVENTS)
            .with("journeys.isolation.foreign-thread", "true"),
        DetectionCase.of(ResidueFaults.RESIDUE_EVENTS, LEAK_RESIDUE, WELCOME),
        DetectionCase.of(ResidueFaults.RESIDUE_OF_ANOTHER, LEAK_RESIDUE, WELCOME),
        DetectionCase.of(ResidueFaults.RESIDUE_ANSWER, LEAK_RESIDUE, WELCOME));
  }
}
