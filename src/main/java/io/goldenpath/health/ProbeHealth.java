package io.goldenpath.health;

import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.finding.FindingSummary;
import io.goldenpath.model.run.Run;
import io.goldenpath.verdict.ProbeState;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

/** Verdict of one probe as health, with the details that a person on call asks for next. */
final class ProbeHealth {

  private static final int MAX_FINDINGS = 20;

  private ProbeHealth() {}

  static Health of(ProbeState state) {
    Health.Builder health =
        Health.status(new Status(state.verdict().name()))
            .withDetail("since", state.since().truncatedTo(ChronoUnit.MILLIS).toString())
            .withDetail("why", state.reason());
    Run last = state.lastRun();
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
    FindingSummary findings = FindingSummary.of(run.findings(), MAX_FINDINGS);
    List<String> lines = new ArrayList<>();
    findings.shown().forEach(finding -> lines.add(line(finding, run.users().size() > 1)));
    if (findings.more() > 0) {
      lines.add(findings.moreText());
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
