package io.goldenpath.history.store;

import static io.goldenpath.history.store.SqlValues.time;

import io.goldenpath.model.run.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Deletes what is too old and then, while there is too much, the oldest: transcripts of runs that
 * passed, those runs, other transcripts, other runs. Aggregates go by their age alone.
 */
final class Retention {

  private static final int STEP = 500;
  private static final Duration FIVE_MINUTES_STAY = Duration.ofDays(14);

  private final JdbcClient client;
  private final StoredBytes bytes;

  Retention(JdbcClient client, StoredBytes bytes) {
    this.client = client;
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
    deleteAggregates(AggregateSpan.FIVE_MINUTES, now.minus(fiveMinutes));
    deleteAggregates(AggregateSpan.HOUR, now.minus(limits.aggregates()));
    return deleteRuns(
            "SELECT id FROM goldenpath.runs WHERE started_at < :before ORDER BY started_at",
            Map.of("before", time(now.minus(limits.runs()))))
        || deleteFrames(
            """
            SELECT id FROM goldenpath.runs WHERE started_at < :before
            AND id IN (SELECT run FROM goldenpath.transcripts)
            """,
            Map.of("before", time(now.minus(limits.transcripts()))));
  }

  private RetentionStep deleteOldest() {
    Map<String, Object> passed = Map.of("passed", Outcome.PASSED.label());
    String passedRuns =
        """
        SELECT id FROM goldenpath.runs WHERE outcome = :passed
        ORDER BY outcome DESC, started_at, id
        """;
    String allRuns = "SELECT id FROM goldenpath.runs ORDER BY started_at, id";
    if (deleteFrames(oldestWithFrames("outcome = :passed"), passed)) {
      return RetentionStep.FRAMES_BEYOND_SIZE;
    }
    if (deleteRuns(passedRuns, passed)) {
      return RetentionStep.RUNS_BEYOND_SIZE;
    }
    if (deleteFrames(oldestWithFrames("outcome <> :passed"), passed)) {
      return RetentionStep.FRAMES_BEYOND_SIZE;
    }
    return deleteRuns(allRuns, Map.of()) ? RetentionStep.RUNS_BEYOND_SIZE : RetentionStep.NOTHING;
  }

  private static String oldestWithFrames(String which) {
    return """
    SELECT id FROM goldenpath.runs JOIN goldenpath.transcripts ON id = run AND part = 0
    WHERE %s ORDER BY started_at
    """
        .formatted(which);
  }

  private void deleteAggregates(AggregateSpan span, Instant before) {
    client
        .sql(
            """
            DELETE FROM goldenpath.aggregates
            WHERE span_seconds = :span AND starts_at < :before
            """)
        .param("span", span.length().toSeconds())
        .param("before", time(before))
        .update();
  }

  private boolean deleteRuns(String which, Map<String, Object> parameters) {
    List<String> ids = ids(which, parameters);
    if (!ids.isEmpty()) {
      bytes.removeRuns(ids);
      client.sql("DELETE FROM goldenpath.runs WHERE id IN (:ids)").param("ids", ids).update();
    }
    return !ids.isEmpty();
  }

  private boolean deleteFrames(String which, Map<String, Object> parameters) {
    List<String> ids = ids(which, parameters);
    if (!ids.isEmpty()) {
      bytes.removeFrames(ids);
      client
          .sql("DELETE FROM goldenpath.transcripts WHERE run IN (:ids)")
          .param("ids", ids)
          .update();
    }
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
