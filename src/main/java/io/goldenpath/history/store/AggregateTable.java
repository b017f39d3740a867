package io.goldenpath.history.store;

import static io.goldenpath.history.store.SqlValues.time;

import io.goldenpath.history.store.AggregateSums.Window;
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

  private StatementSpec at(StatementSpec statement, Window window) {
    return statement
        .param("probe", probes.numberOf(window.probe()))
        .param("span", window.span().length().toSeconds())
        .param("start", time(window.start()));
  }
}
