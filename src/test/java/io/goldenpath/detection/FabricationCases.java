package io.goldenpath.detection;

import static io.goldenpath.model.finding.FindingKind.FABRICATED;
import static io.goldenpath.model.finding.Step.ANSWER;
import static io.goldenpath.model.finding.Step.EVENTS;

import io.goldenpath.catalogue.fault.FabricatedFaults;
import java.util.stream.Stream;

/** What the monitor says when nobody works. */
final class FabricationCases {

  private FabricationCases() {}

  static Stream<DetectionCase> cases() {
    return Stream.of(
        DetectionCase.of(FabricatedFaults.FALLBACK_AGENT, FABRICATED, ANSWER),
        DetectionCase.of(FabricatedFaults.CANNED_ANSWER, FABRICATED, ANSWER),
        DetectionCase.of(FabricatedFaults.ECHO, FABRICATED, ANSWER),
        DetectionCase.of(FabricatedFaults.STAND_IN_TOOL, FABRICATED, EVENTS),
        DetectionCase.of(FabricatedFaults.NO_MODEL, FABRICATED, EVENTS),
        DetectionCase.of(FabricatedFaults.EVEN_PACE, FABRICATED, EVENTS).inQuiet());
  }
}
