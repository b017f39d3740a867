package io.goldenpath.health;

import io.goldenpath.history.recording.HistoryStatus;
import io.goldenpath.history.recording.KeptPeriod;
import io.goldenpath.history.recording.StoreWriter;
import io.goldenpath.history.recording.WaitingRuns;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/** Whether runs are stored. Never down: a history that cannot be written stops nothing else. */
public record HistoryHealthIndicator(StoreWriter writer, WaitingRuns waiting)
    implements HealthIndicator {

  @Override
  public Health health() {
    HistoryStatus history = writer.status();
    Health.Builder health =
        Health.status(history.available() ? Status.UP : new Status("DEGRADED"))
            .withDetail("since", history.since().truncatedTo(ChronoUnit.MILLIS).toString())
            .withDetail("waiting", waiting.size())
            .withDetail("dropped", waiting.dropped());
    told(health, "goodRunsSince", writer.runsKept());
    told(health, "goodTranscriptsSince", writer.transcriptsKept());
    String problem = history.problem();
    return (problem == null ? health : health.withDetail("why", problem)).build();
  }

  /** Only where the size leaves less than the settings say. */
  private static void told(Health.Builder health, String detail, KeptPeriod kept) {
    Instant since = kept.since();
    if (since != null) {
      health.withDetail(detail, since.truncatedTo(ChronoUnit.MILLIS).toString());
    }
  }
}
