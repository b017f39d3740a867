package io.goldenpath.journey;

import io.goldenpath.probe.Finding;
import io.goldenpath.probe.Severity;
import io.goldenpath.probe.User;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How many of the users had a good path.
 *
 * @param good Users against whose path nothing worse than a warning was found.
 * @param all All users who walked.
 */
record Share(int good, int all) {

  static Share of(List<Finding> findings, List<User> walkers) {
    Set<Integer> failed = new HashSet<>();
    findings.stream()
        .filter(finding -> finding.severity().compareTo(Severity.ERROR) >= 0)
        .forEach(finding -> failed.add(finding.slot()));
    long good = walkers.stream().filter(user -> !failed.contains(user.slot())).count();
    return new Share((int) good, walkers.size());
  }

  /**
   * Where at least this share of them, in percent, had a good path, the errors of the others are
   * warnings. A leak is never one of them.
   */
  List<Finding> weighed(List<Finding> findings, int atLeast) {
    if (good * 100L < (long) atLeast * all) {
      return findings;
    }
    return findings.stream()
        .map(finding ->
            finding.severity() == Severity.ERROR ? finding.as(Severity.WARNING) : finding)
        .toList();
  }
}
