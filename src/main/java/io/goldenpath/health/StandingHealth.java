package io.goldenpath.health;

import io.goldenpath.probe.Finding;
import io.goldenpath.probe.FindingDigest;
import io.goldenpath.probe.Run;
import io.goldenpath.verdict.Standing;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

/** One probe's verdict as health, with what a person on call asks next. */
final class StandingHealth {

  private static final int FINDINGS = 20;

  private StandingHealth() {}

  static Health of(Standing standing) {
    Health.Builder health =
        Health.status(new Status(standing.verdict().name()))
            .withDetail("since", standing.since().truncatedTo(ChronoUnit.MILLIS).toString())
            .withDetail("why", standing.why());
    Run last = standing.lastRun();
    if (last != null) {
      health
          .withDetail("lastRun", last.endedAt().truncatedTo(ChronoUnit.MILLIS).toString())
          .withDetail("outcome", last.outcome().label())
          .withDetail("findings", lines(last))
          .withDetail("page", "/runs/" + last.id());
    }
    return health.build();
  }

  private static List<String> lines(Run run) {
    FindingDigest findings = FindingDigest.of(run.findings(), FINDINGS);
    List<String> lines = new ArrayList<>();
    findings.shown().forEach(finding -> lines.add(line(finding, run.users().size() > 1)));
    if (findings.more() > 0) {
      lines.add("besides these " + findings.rest());
    }
    return lines;
  }

  private static String line(Finding finding, boolean several) {
    return "%s in %s%s: %s"
        .formatted(
            finding.kind().label(),
            finding.step().label(),
            several ? ", user " + finding.slot() : "",
            finding.message());
  }
}
