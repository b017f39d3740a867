package io.goldenpath.detection;

import static io.goldenpath.model.finding.FindingKind.FABRICATED;
import static io.goldenpath.model.finding.Step.ANSWER;
import static io.goldenpath.model.finding.Step.EVENTS;

import io.goldenpath.demo.FabricatedFault;
import java.util.stream.Stream;

/** What the monitor says when nobody works. */
final class FabricatedCases {

  private FabricatedCases() {}

  static Stream<Case> cases() {
    return Stream.of(
        Case.of(FabricatedFault.FALLBACK_AGENT, FABRICATED, ANSWER),
        Case.of(FabricatedFault.CANNED_ANSWER, FABRICATED, ANSWER),
        Case.of(FabricatedFault.ECHO, FABRICATED, ANSWER),
        Case.of(FabricatedFault.STAND_IN_TOOL, FABRICATED, EVENTS),
        Case.of(FabricatedFault.NO_MODEL, FABRICATED, EVENTS),
        Case.of(FabricatedFault.EVEN_PACE, FABRICATED, EVENTS).inQuiet());
  }
}
