package io.goldenpath.history.store;

import static io.goldenpath.history.store.SqlValues.time;

import io.goldenpath.history.store.AggregateSums.Window;
import io.goldenpath.history.store.OutcomeCounts.ScheduledRuns;
import io.goldenpath.model.probe.ProbeId;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** What probes did in each five minutes and each hour. */
final class AggregateTable {

  private static final String WINDOW =
      " WHERE probe = :probe AND span_seconds = :span AND starts_at = :start";
  private static final String SELECT =
      "SELECT * FROM goldenpath.aggregates" + WINDOW + " FOR UPDATE";
  private static final String UPDATE =
      AggregateColumns.NAMES.stream()
          .map(column -> column + " = :" + column)
          .collect(Collectors.joining(", ", "UPDATE goldenpath.aggregates SET ", WINDOW));
  private static final String INSERT =
      """
      INSERT INTO goldenpath.aggregates (probe, span_seconds, starts_at, %s)
      VALUES (:probe, :span, :start, :%s)
      """
          .formatted(
              String.join(", ", AggregateColumns.NAMES),
              String.join(", :", AggregateColumns.NAMES));

  private final JdbcClient client;
  private final ProbeTable probes;

  AggregateTable(JdbcClient client, ProbeTable probes) {
    this.client = client;
    this.probes = probes;
  }

  /** Adds to what the window holds; within a transaction, which keeps others from it. */
  void add(Window window, Aggregate more) {
    Optional<Aggregate> present =
        at(client.sql(SELECT), window).query((row, _) -> AggregateColumns.read(row)).optional();
    at(client.sql(present.isPresent() ? UPDATE : INSERT), window)
        .params(AggregateColumns.values(present.orElse(Aggregate.EMPTY).plus(more)))
        .update();
  }

  /** Windows of the probe that begin within this time, by their beginning. */
  SortedMap<Instant, Aggregate> find(ProbeId probe, AggregateSpan span, Instant from, Instant to) {
    SortedMap<Instant, Aggregate> found = new TreeMap<>();
    probes
        .number(probe)
        .ifPresent(number ->
            client
                .sql(
                    """
                    SELECT * FROM goldenpath.aggregates
                    WHERE probe = :probe AND span_seconds = :span
                      AND starts_at >= :from AND starts_at < :to
                    """)
                .param("probe", number)
                .param("span", span.length().toSeconds())
                .param("from", time(from))
                .param("to", time(to))
                .query(row -> {
                  found.put(SqlValues.instant(row, "starts_at"), AggregateColumns.read(row));
                }));
    return found;
  }

  ScheduledRuns scheduled(ProbeId probe, AggregateSpan span, Instant from) {
    return probes
        .number(probe)
        .map(number -> scheduled(number, span, from))
        .orElse(new ScheduledRuns(OutcomeCounts.NONE, null));
  }

  private ScheduledRuns scheduled(int probe, AggregateSpan span, Instant from) {
    return client
        .sql(
            """
            SELECT SUM(scheduled_passed) AS passed, SUM(scheduled_degraded) AS degraded,
              SUM(scheduled_failed) AS failed, SUM(scheduled_broken) AS broken,
              MIN(starts_at) AS since
            FROM goldenpath.aggregates
            WHERE probe = :probe AND span_seconds = :span AND starts_at >= :from
              AND scheduled_passed + scheduled_degraded + scheduled_failed > 0
            """)
        .param("probe", probe)
        .param("span", span.length().toSeconds())
        .param("from", time(from))
        .query((row, _) ->
            new ScheduledRuns(
                new OutcomeCounts(
                    row.getLong("passed"),
                    row.getLong("degraded"),
                    row.getLong("failed"),
                    row.getLong("broken")),
                SqlValues.instantOrNull(row, "since")))
        .single();
  }

  private StatementSpec at(StatementSpec statement, Window window) {
    return statement
        .param("probe", probes.numberOf(window.probe()))
        .param("span", window.span().length().toSeconds())
        .param("start", time(window.start()));
  }
}
