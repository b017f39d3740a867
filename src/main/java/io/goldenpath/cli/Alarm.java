package io.goldenpath.cli;

import io.goldenpath.probe.Finding;
import io.goldenpath.probe.FindingKind;
import io.goldenpath.probe.Run;
import io.goldenpath.probe.Severity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What nobody may read over: each kind of critical finding in capitals. */
final class Alarm {

  private Alarm() {}

  static List<String> of(Run run) {
    Map<String, Integer> cries = new LinkedHashMap<>();
    run.findings().stream()
        .filter(finding -> finding.severity() == Severity.CRITICAL)
        .forEach(finding -> cries.merge(cry(finding), 1, Integer::sum));
    return cries.entrySet().stream()
        .map(cry ->
            "!! %s (%d %s)"
                .formatted(cry.getKey(), cry.getValue(), cry.getValue() == 1 ? "time" : "times"))
        .toList();
  }

  private static String cry(Finding finding) {
    FindingKind kind = finding.kind();
    String label = kind.label();
    return switch (kind) {
      case LEAK_IDENTITY, LEAK_CONTENT, LEAK_ROUTING, LEAK_ID_COLLISION, LEAK_RESIDUE ->
          "LEAK: A USER IS SHOWN WHAT IS NOT THEIRS: " + label;
      case DIVERTED -> "LEAK: WHAT BELONGS TO A USER WENT TO ANOTHER: " + label;
      case UNAUTHORISED_ACCEPTED -> "INTRUDER: LET IN WITHOUT A VALID TOKEN: " + label;
      default -> "CRITICAL: " + label;
    };
  }
}
