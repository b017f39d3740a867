package io.goldenpath.cli.report;

import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.finding.Severity;
import io.goldenpath.model.run.Run;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/** Banner in capitals for each kind of critical finding. */
final class CriticalBanner {

  private CriticalBanner() {}

  static List<String> of(Run run) {
    return run.findings().stream()
        .filter(finding -> finding.severity() == Severity.CRITICAL)
        .collect(
            Collectors.groupingBy(
                CriticalBanner::headline, LinkedHashMap::new, Collectors.counting()))
        .entrySet()
        .stream()
        .map(entry ->
            "!! %s (%d %s)"
                .formatted(
                    entry.getKey(), entry.getValue(), entry.getValue() == 1 ? "time" : "times"))
        .toList();
  }

  private static String headline(Finding finding) {
    String label = finding.kind().label();
    return switch (finding.kind()) {
      case LEAK_IDENTITY, LEAK_CONTENT, LEAK_ROUTING, LEAK_ID_COLLISION, LEAK_RESIDUE ->
          "LEAK: A USER IS SHOWN WHAT IS NOT THEIRS: " + label;
      case DIVERTED -> "LEAK: WHAT BELONGS TO A USER WENT TO ANOTHER: " + label;
      case UNAUTHORISED_ACCEPTED -> "UNAUTHORISED: LET IN WITHOUT A VALID TOKEN: " + label;
      default -> "CRITICAL: " + label;
    };
  }
}
