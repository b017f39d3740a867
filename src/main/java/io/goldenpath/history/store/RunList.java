package io.goldenpath.history.store;

import static io.goldenpath.history.store.SqlValues.time;

import io.goldenpath.history.store.RunFilter.Cursor;
import io.goldenpath.model.probe.ProbeId;
import io.goldenpath.model.run.Outcome;
import java.util.ArrayList;
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
    Set<ProbeId> wanted = filter.probes();
    List<Cursor> found = wanted == null ? find(null, filter, null) : find(wanted, filter);
    return found.stream().map(Cursor::id).toList();
  }

  /** One probe at a time: no index has the runs of several in order. */
  private List<Cursor> find(Set<ProbeId> wanted, RunFilter filter) {
    List<Cursor> newest = List.of();
    for (int probe : wanted.stream().map(probes::number).flatMap(Optional::stream).toList()) {
      Cursor last = newest.size() < filter.limit() ? null : newest.getLast();
      newest =
          Stream.concat(newest.stream(), find(probe, filter, last).stream())
              .sorted(Cursor.NEWEST_FIRST)
              .limit(filter.limit())
              .toList();
    }
    return newest;
  }

  /** Without those that are older than the last one. */
  private List<Cursor> find(@Nullable Integer probe, RunFilter filter, @Nullable Cursor last) {
    Outcome outcome = filter.outcome();
    Query query = new Query();
    query.equal("probe", probe);
    query.equal("outcome", outcome == null ? null : outcome.label());
    query.before(filter.before());
    query.since(last);
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

    void since(@Nullable Cursor cursor) {
      if (cursor != null) {
        conditions.add("started_at >= ?");
        values.add(time(cursor.startedAt()));
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
