package io.goldenpath.journey.isolation;

import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.finding.Severity;
import io.goldenpath.model.target.User;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Number of users without a finding worse than a warning, among all users who asked. */
record SuccessRate(int good, int total) {

  static SuccessRate of(List<Finding> findings, List<User> users) {
    Set<Integer> failed = new HashSet<>();
    findings.stream()
        .filter(finding -> finding.severity().compareTo(Severity.ERROR) >= 0)
        .forEach(finding -> failed.add(finding.slot()));
    long good = users.stream().filter(user -> !failed.contains(user.slot())).count();
    return new SuccessRate((int) good, users.size());
  }

  /** From this percentage on, errors become warnings; what is worse, such as a leak, stays. */
  List<Finding> tolerating(List<Finding> findings, int atLeast) {
    if (good * 100L < (long) atLeast * total) {
      return findings;
    }
    return findings.stream()
        .map(finding ->
            finding.severity() == Severity.ERROR ? finding.withSeverity(Severity.WARNING) : finding)
        .toList();
  }
}
