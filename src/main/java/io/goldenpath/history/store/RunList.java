package io.goldenpath.history.store;

import static io.goldenpath.history.store.SqlValues.time;

import io.goldenpath.history.store.RunFilter.Cursor;
import io.goldenpath.model.probe.ProbeId;
import io.goldenpath.model.run.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds which runs are in a list by an index alone, so that no more of them need be read than are
 * shown. For each set of conditions there is an index that has its runs together and in order.
 */
final class RunList {

  private final JdbcClient client;
  private final ProbeTable probes;

  RunList(JdbcClient client, ProbeTable probes) {
    this.client = client;
    this.probes = probes;
  }

  /** Newest first. */
  List<String> ids(RunFilter filter) {
    List<Cursor> newest = List.of();
    for (Integer probe : probes(filter)) {
      for (Outcome outcome : outcomes(filter)) {
        newest = merge(newest, find(probe, outcome, filter, newest), filter.limit());
      }
    }
    return newest.stream().map(Cursor::id).toList();
  }

  /** One at a time: no index has the runs of several in order. Null stands for all of them. */
  private List<@Nullable Integer> probes(RunFilter filter) {
    Set<ProbeId> wanted = filter.probes();
    return wanted == null
        ? Collections.singletonList(null)
        : wanted.stream().map(probes::number).<@Nullable Integer>flatMap(Optional::stream).toList();
  }

  /** One at a time, too. */
  private static List<@Nullable Outcome> outcomes(RunFilter filter) {
    Set<Outcome> wanted = filter.outcomes();
    return wanted == null ? Collections.singletonList(null) : new ArrayList<>(wanted);
  }

  private static List<Cursor> merge(List<Cursor> some, List<Cursor> others, int limit) {
    return Stream.concat(some.stream(), others.stream())
        .sorted(Cursor.NEWEST_FIRST)
        .limit(limit)
        .toList();
  }

  /** Without those that are older than the last one of a full page. */
  private List<Cursor> find(
      @Nullable Integer probe, @Nullable Outcome outcome, RunFilter filter, List<Cursor> known) {
    Query query = new Query();
    query.equal("probe", probe);
    query.equal("outcome", outcome == null ? null : outcome.label());
    query.before(filter.before());
    query.since(known.size() < filter.limit() ? filter.since() : known.getLast().startedAt());
    return client
        .sql(query.sql(filter.limit()))
        .params(query.values)
        .query((row, _) -> new Cursor(SqlValues.instant(row, "started_at"), row.getString("id")))
        .list();
  }

  private static final class Query {

    private final List<String> conditions = new ArrayList<>(List.of("TRUE"));
    private final List<String> order = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    /** H2 reads an index in its order only where the sorting names these columns too. */
    void equal(String column, @Nullable Object value) {
      if (value != null) {
        conditions.add(column + " = ?");
        values.add(value);
        order.add(column + ", ");
      }
    }

    void before(@Nullable Cursor cursor) {
      if (cursor != null) {
        conditions.add("started_at <= ? AND (started_at < ? OR id < ?)");
        values.addAll(List.of(time(cursor.startedAt()), time(cursor.startedAt()), cursor.id()));
      }
    }

    void since(@Nullable Instant moment) {
      if (moment != null) {
        conditions.add("started_at >= ?");
        values.add(time(moment));
      }
    }

    String sql(int limit) {
      return "SELECT started_at, id FROM goldenpath.runs WHERE %s ORDER BY %s LIMIT %d"
          .formatted(
              String.join(" AND ", conditions),
              String.join("", order) + "started_at DESC, id DESC",
              limit);
    }
  }
}
