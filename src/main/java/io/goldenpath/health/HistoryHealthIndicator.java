package io.goldenpath.health;

import io.goldenpath.history.recording.HistoryStatus;
import io.goldenpath.history.recording.StoreWriter;
import io.goldenpath.history.recording.WaitingRuns;
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
    writer
        .shortenedTo()
        .ifPresent(since ->
            health.withDetail("goodRunsSince", since.truncatedTo(ChronoUnit.MILLIS).toString()));
    String problem = history.problem();
    return (problem == null ? health : health.withDetail("why", problem)).build();
  }
}
