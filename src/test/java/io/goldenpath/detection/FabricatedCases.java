package io.goldenpath.detection;

import static io.goldenpath.model.finding.FindingKind.FABRICATED;
import static io.goldenpath.model.finding.Step.ANSWER;
import static io.goldenpath.model.finding.Step.EVENTS;

import io.goldenpath.catalogue.fault.FabricatedFaults;
import java.util.stream.Stream;

/** What the monitor says when nobody works. */
final class FabricatedCases {

  private FabricatedCases() {}

  static Stream<Case> cases() {
    return Stream.of(
        Case.of(FabricatedFaults.FALLBACK_AGENT, FABRICATED, ANSWER),
        Case.of(FabricatedFaults.CANNED_ANSWER, FABRICATED, ANSWER),
        Case.of(FabricatedFaults.ECHO, FABRICATED, ANSWER),
        Case.of(FabricatedFaults.STAND_IN_TOOL, FABRICATED, EVENTS),
        Case.of(FabricatedFaults.NO_MODEL, FABRICATED, EVENTS),
        Case.of(FabricatedFaults.EVEN_PACE, FABRICATED, EVENTS).inQuiet());
  }
}
