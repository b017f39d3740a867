package io.goldenpath.history.store;

import static io.goldenpath.history.store.SqlValues.time;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.goldenpath.history.store.AggregateSums.Window;
import io.goldenpath.history.store.OutcomeCounts.ScheduledRuns;
import io.goldenpath.model.probe.ProbeId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What probes did in each five minutes and each hour. */
final class AggregateTable {

  private static final String UPDATE =
      AggregateColumns.NAMES.stream()
          .collect(
              Collectors.joining(
                  " = ?, ",
                  "UPDATE goldenpath.aggregates SET ",
                  " = ? WHERE probe = ? AND span_seconds = ? AND starts_at = ?"));
  private static final String INSERT =
      "INSERT INTO goldenpath.aggregates (%s, probe, span_seconds, starts_at) VALUES (%s?, ?, ?)"
          .formatted(
              String.join(", ", AggregateColumns.NAMES),
              "?, ".repeat(AggregateColumns.NAMES.size()));

  private final JdbcTemplate template;
  private final JdbcClient client;
  private final ProbeTable probes;

  AggregateTable(JdbcTemplate template, ProbeTable probes) {
    this.template = template;
    this.client = JdbcClient.create(template);
    this.probes = probes;
  }

  /** Adds to what the windows hold; within a transaction, which keeps others from them. */
  void add(SortedMap<Window, Aggregate> sums) {
    Map<Window, Aggregate> present = new HashMap<>();
    sums.keySet().stream()
        .collect(groupingBy(Period::of, () -> new TreeMap<>(Period.ORDER), toList()))
        .forEach((period, windows) -> present.putAll(find(period, windows)));
    List<Object[]> updates = new ArrayList<>();
    List<Object[]> inserts = new ArrayList<>();
    sums.forEach((window, more) -> {
      Aggregate before = present.get(window);
      if (before == null) {
        inserts.add(row(window, more));
      } else {
        updates.add(row(window, before.plus(more)));
      }
    });
    template.batchUpdate(UPDATE, updates);
    template.batchUpdate(INSERT, inserts);
  }

  /** Windows of several probes that begin and end together. */
  private record Period(AggregateSpan span, Instant start) {

    private static final Comparator<Period> ORDER =
        Comparator.comparing(Period::span).thenComparing(Period::start);

    static Period of(Window window) {
      return new Period(window.span(), window.start());
    }
  }

  private Map<Window, Aggregate> find(Period period, List<Window> windows) {
    Map<Integer, Window> byNumber = new HashMap<>();
    windows.forEach(window -> byNumber.put(probes.numberOf(window.probe()), window));
    Map<Window, Aggregate> found = new HashMap<>();
    client
        .sql(
            """
            SELECT * FROM goldenpath.aggregates
            WHERE probe IN (:probes) AND span_seconds = :span AND starts_at = :start
            ORDER BY probe FOR UPDATE
            """)
        .param("probes", byNumber.keySet())
        .param("span", period.span().length().toSeconds())
        .param("start", time(period.start()))
        .query(row -> {
          found.put(requireNonNull(byNumber.get(row.getInt("probe"))), AggregateColumns.read(row));
        });
    return found;
  }

  private Object[] row(Window window, Aggregate aggregate) {
    return Stream.concat(
            AggregateColumns.values(aggregate).values().stream(),
            Stream.of(
                probes.numberOf(window.probe()),
                window.span().length().toSeconds(),
                time(window.start())))
        .toArray();
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
}
