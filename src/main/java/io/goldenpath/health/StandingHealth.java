package io.goldenpath.health;

import io.goldenpath.probe.Finding;
import io.goldenpath.probe.Run;
import io.goldenpath.verdict.Standing;
import java.time.temporal.ChronoUnit;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

/** One probe's verdict as health, with what a person on call asks next. */
final class StandingHealth {

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
          .withDetail("findings", last.findings().stream().map(StandingHealth::line).toList())
          .withDetail("page", "/runs/" + last.id());
    }
    return health.build();
  }

  private static String line(Finding finding) {
    return "%s in %s: %s"
        .formatted(finding.kind().label(), finding.step().label(), finding.message());
  }
}
