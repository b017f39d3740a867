package io.goldenpath.history.store;

import static io.goldenpath.history.store.SqlValues.seconds;
import static io.goldenpath.history.store.SqlValues.time;

import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.finding.Labelled;
import io.goldenpath.model.run.ConnectPhases;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.UserRun;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ArgumentPreparedStatementSetter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The runs, and apart from them their frames. */
final class RunTable {

  private static final int MAX_BATCH = 1000;

  private final JdbcTemplate template;
  private final JdbcClient client;
  private final ProbeTable probes;

  RunTable(JdbcTemplate template, ProbeTable probes) {
    this.template = template;
    this.client = JdbcClient.create(template);
    this.probes = probes;
  }

  /** Those of these runs that are stored. */
  Set<String> stored(List<String> ids) {
    return client
        .sql("SELECT id FROM goldenpath.runs WHERE id IN (:ids)")
        .param("ids", ids)
        .query((row, _) -> row.getString(1))
        .set();
  }

  void insert(List<RunEntry> entries) {
    template.batchUpdate(
        """
        INSERT INTO goldenpath.runs (id, probe, location, trigger, started_at, outcome,
          duration_seconds, first_event_seconds, answer_seconds, cause, address, details)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        entries,
        MAX_BATCH,
        (statement, entry) -> new ArgumentPreparedStatementSetter(row(entry)).setValues(statement));
    List<Object[]> parts = new ArrayList<>();
    entries.forEach(entry -> parts.addAll(frameRows(entry)));
    template.batchUpdate(
        "INSERT INTO goldenpath.transcripts (run, part, frames) VALUES (?, ?, ?)", parts);
  }

  /** With its frames, where they were kept. */
  Optional<Run> find(String id) {
    return client
        .sql("SELECT details FROM goldenpath.runs WHERE id = :id")
        .param("id", id)
        .query(RunTable::details)
        .optional()
        .map(details -> RunEncoding.run(details, frames(id)));
  }

  /** Newest first, without their frames. */
  List<Run> runs(RunFilter filter) {
    if (filter.probe() != null && probes.number(filter.probe()).isEmpty()) {
      return List.of();
    }
    List<String> conditions = new ArrayList<>(List.of("TRUE"));
    List<Object> values = new ArrayList<>();
    if (filter.probe() != null) {
      conditions.add("probe = ?");
      values.add(probes.numberOf(filter.probe()));
    }
    if (filter.outcome() != null) {
      conditions.add("outcome = ?");
      values.add(filter.outcome().label());
    }
    RunCursor before = filter.before();
    if (before != null) {
      conditions.add("started_at <= ? AND (started_at < ? OR id < ?)");
      values.addAll(List.of(time(before.startedAt()), time(before.startedAt()), before.id()));
    }
    values.add(filter.limit());
    return client
        .sql(
            """
            SELECT details FROM goldenpath.runs WHERE %s
            ORDER BY started_at DESC, id DESC LIMIT ?
            """
                .formatted(String.join(" AND ", conditions)))
        .params(values)
        .query(RunTable::details)
        .stream()
        .map(RunEncoding::run)
        .toList();
  }

  private CompressedJson frames(String run) {
    return CompressedJson.ofParts(
        client
            .sql("SELECT frames FROM goldenpath.transcripts WHERE run = :run ORDER BY part")
            .param("run", run)
            .query((row, _) -> row.getBytes(1))
            .list());
  }

  private @Nullable Object[] row(RunEntry entry) {
    Run run = entry.run();
    return new @Nullable Object[] {
      run.id(),
      probes.numberOf(run.probe()),
      run.info().location(),
      run.info().trigger().label(),
      time(run.info().startedAt()),
      run.outcome().label(),
      seconds(run.duration()),
      run.timeToFirstEvent().map(SqlValues::seconds).orElse(null),
      run.timeToAnswer().map(SqlValues::seconds).orElse(null),
      run.reason().map(Finding::kind).map(Labelled::label).orElse(null),
      address(run),
      entry.details().bytes()
    };
  }

  private static List<Object[]> frameRows(RunEntry entry) {
    CompressedJson frames = entry.frames();
    List<Object[]> rows = new ArrayList<>();
    if (frames != null) {
      frames.parts().forEach(part -> rows.add(new Object[] {entry.run().id(), rows.size(), part}));
    }
    return rows;
  }

  /** Where its first connection went. */
  private static @Nullable String address(Run run) {
    return run.users().stream()
        .map(UserRun::connectPhases)
        .map(ConnectPhases::address)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static CompressedJson details(ResultSet row, int number) throws SQLException {
    return CompressedJson.ofParts(List.of(row.getBytes("details")));
  }
}
