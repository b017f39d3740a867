package io.goldenpath.history.store;

import static io.goldenpath.history.store.SqlValues.time;

import io.goldenpath.model.run.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Deletes what is too old and then, while there is too much, the oldest: transcripts of runs that
 * passed, those runs, other transcripts, other runs. Aggregates go by their age alone.
 */
final class Retention {

  private static final int STEP = 500;
  private static final int STEP_WINDOWS = 5;
  private static final Duration FIVE_MINUTES_STAY = Duration.ofDays(14);
  private static final String OLDEST_FRAMES =
      """
      SELECT run FROM goldenpath.transcript_runs WHERE passed = :passed
      ORDER BY passed, started_at
      """;
  private static final String OLD_FRAMES =
      """
      SELECT run FROM goldenpath.transcript_runs WHERE passed = :passed AND started_at < :before
      ORDER BY passed, started_at
      """;

  private final JdbcClient client;
  private final RunTable runs;
  private final StoredBytes bytes;

  Retention(JdbcClient client, RunTable runs, StoredBytes bytes) {
    this.client = client;
    this.runs = runs;
    this.bytes = bytes;
  }

  /** A few hundred rows at most; within a transaction. */
  RetentionStep step(RetentionLimits limits, Instant now) {
    if (deleteOld(limits, now)) {
      return RetentionStep.TOO_OLD;
    }
    return bytes.total() > limits.bytes() ? deleteOldest() : RetentionStep.NOTHING;
  }

  private boolean deleteOld(RetentionLimits limits, Instant now) {
    Duration fiveMinutes =
        limits.aggregates().compareTo(FIVE_MINUTES_STAY) < 0
            ? limits.aggregates()
            : FIVE_MINUTES_STAY;
    boolean windows = deleteAggregates(AggregateSpan.FIVE_MINUTES, now.minus(fiveMinutes));
    boolean hours = deleteAggregates(AggregateSpan.HOUR, now.minus(limits.aggregates()));
    OffsetDateTime framesFrom = time(now.minus(limits.transcripts()));
    return deleteRuns(
            "SELECT id FROM goldenpath.runs WHERE started_at < :before ORDER BY started_at, id",
            Map.of("before", time(now.minus(limits.runs()))))
        || deleteFrames(OLD_FRAMES, Map.of("passed", true, "before", framesFrom))
        || deleteFrames(OLD_FRAMES, Map.of("passed", false, "before", framesFrom))
        || windows
        || hours;
  }

  private RetentionStep deleteOldest() {
    String passedRuns =
        """
        SELECT id FROM goldenpath.runs WHERE outcome = :passed
        ORDER BY outcome DESC, started_at, id
        """;
    String allRuns = "SELECT id FROM goldenpath.runs ORDER BY started_at, id";
    if (deleteFrames(OLDEST_FRAMES, Map.of("passed", true))) {
      return RetentionStep.FRAMES_BEYOND_SIZE;
    }
    if (deleteRuns(passedRuns, Map.of("passed", Outcome.PASSED.label()))) {
      return RetentionStep.RUNS_BEYOND_SIZE;
    }
    if (deleteFrames(OLDEST_FRAMES, Map.of("passed", false))) {
      return RetentionStep.FRAMES_BEYOND_SIZE;
    }
    return deleteRuns(allRuns, Map.of()) ? RetentionStep.RUNS_BEYOND_SIZE : RetentionStep.NOTHING;
  }

  /** A few windows of all probes. */
  private boolean deleteAggregates(AggregateSpan span, Instant before) {
    Optional<Instant> oldest =
        client
            .sql(
                """
                SELECT starts_at FROM goldenpath.aggregates
                WHERE span_seconds = :span AND starts_at < :before
                ORDER BY span_seconds, starts_at LIMIT 1
                """)
            .param("span", span.length().toSeconds())
            .param("before", time(before))
            .query((row, _) -> SqlValues.instant(row, "starts_at"))
            .optional();
    oldest.ifPresent(from ->
        client
            .sql(
                """
                DELETE FROM goldenpath.aggregates
                WHERE span_seconds = :span AND starts_at < :before AND starts_at < :end
                """)
            .param("span", span.length().toSeconds())
            .param("before", time(before))
            .param("end", time(from.plus(span.length().multipliedBy(STEP_WINDOWS))))
            .update());
    return oldest.isPresent();
  }

  private boolean deleteRuns(String which, Map<String, Object> parameters) {
    List<String> ids = ids(which, parameters);
    runs.delete(ids);
    return !ids.isEmpty();
  }

  private boolean deleteFrames(String which, Map<String, Object> parameters) {
    List<String> ids = ids(which, parameters);
    runs.deleteFrames(ids);
    return !ids.isEmpty();
  }

  private List<String> ids(String which, Map<String, Object> parameters) {
    return client
        .sql(which + " LIMIT " + STEP)
        .params(parameters)
        .query((row, _) -> row.getString(1))
        .list();
  }
}
