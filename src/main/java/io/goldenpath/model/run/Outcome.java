package io.goldenpath.model.run;

import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.finding.Labelled;
import io.goldenpath.model.finding.Severity;
import java.util.List;

/** How one run ended. */
public enum Outcome implements Labelled {
  PASSED,
  DEGRADED,
  FAILED,
  /** The monitor itself was at fault, so nothing is held against the target. */
  BROKEN;

  public static Outcome of(List<Finding> findings) {
    if (findings.stream().anyMatch(finding -> finding.kind() == FindingKind.MONITOR_FAULT)) {
      return BROKEN;
    }
    return findings.stream()
        .map(Finding::severity)
        .max(Severity::compareTo)
        .map(Outcome::of)
        .orElse(PASSED);
  }

  private static Outcome of(Severity worst) {
    return switch (worst) {
      case CRITICAL, ERROR -> FAILED;
      case WARNING -> DEGRADED;
      case INFO -> PASSED;
    };
  }
}
