package io.goldenpath.journey.run;

import io.goldenpath.model.finding.Evidence;
import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.finding.Severity;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.RunInfo;
import io.goldenpath.model.run.UserRun;
import io.goldenpath.model.time.DurationText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Review of a run's findings: what a standstill of ours may be behind is held against nobody, and
 * where it could have changed the outcome the run does not count.
 */
public record StallReview(Duration duration, Duration stalled) {

  private static final Predicate<Finding> DOUBTFUL = finding -> finding.evidence().doubtful();

  public Run toRun(RunInfo ticket, List<Finding> findings, List<UserRun> users) {
    return Run.of(ticket, duration, reviewed(findings), users).withStalled(stalled);
  }

  private List<Finding> reviewed(List<Finding> findings) {
    Optional<Finding> doubtful = Finding.heaviest(findings.stream().filter(DOUBTFUL));
    if (doubtful.isEmpty()) {
      return findings;
    }
    Severity certain =
        Finding.heaviest(findings.stream().filter(DOUBTFUL.negate()))
            .map(Finding::severity)
            .orElse(Severity.INFO);
    return doubtful.get().severity().compareTo(certain) > 0
        ? broken(doubtful.get(), findings)
        : findings.stream()
            .map(finding -> DOUBTFUL.test(finding) ? info(finding) : finding)
            .toList();
  }

  private List<Finding> broken(Finding why, List<Finding> findings) {
    List<Finding> all = new ArrayList<>();
    findings.forEach(finding -> all.add(info(finding)));
    String still = DurationText.of(stalled);
    Evidence evidence = why.evidence();
    all.add(
        Finding.of(
            FindingKind.MONITOR_FAULT,
            why.step(),
            why.slot(),
            "The monitor stood still for %s in this run, which is not counted: it may be why. %s"
                .formatted(still, why.message()),
            new Evidence(evidence.expected(), still, evidence.at(), evidence.frames())));
    return all;
  }

  private static Finding info(Finding finding) {
    return finding.withSeverity(Severity.INFO);
  }
}
