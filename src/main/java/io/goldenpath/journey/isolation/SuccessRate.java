package io.goldenpath.journey.isolation;

import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.finding.Severity;
import io.goldenpath.model.target.User;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How many of the users had a good path.
 *
 * @param good Users against whose path nothing worse than a warning was found.
 * @param total All users who walked.
 */
record SuccessRate(int good, int total) {

  static SuccessRate of(List<Finding> findings, List<User> users) {
    Set<Integer> failed = new HashSet<>();
    findings.stream()
        .filter(finding -> finding.severity().compareTo(Severity.ERROR) >= 0)
        .forEach(finding -> failed.add(finding.slot()));
    long good = users.stream().filter(user -> !failed.contains(user.slot())).count();
    return new SuccessRate((int) good, users.size());
  }

  /**
   * Where at least this share of them, in percent, had a good path, the errors of the others are
   * warnings. A leak is never one of them.
   */
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
