package io.goldenpath.history.store;

import static io.goldenpath.history.store.SqlValues.seconds;
import static io.goldenpath.history.store.SqlValues.time;

import io.goldenpath.history.store.RunEntry.OtherFrames;
import io.goldenpath.history.store.RunEntry.RunFrames;
import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.finding.Labelled;
import io.goldenpath.model.probe.ProbeId;
import io.goldenpath.model.run.ConnectPhases;
import io.goldenpath.model.run.Outcome;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.UserRun;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
  private final RunList list;
  private final StoredBytes bytes;

  RunTable(JdbcTemplate template, ProbeTable probes, StoredBytes bytes) {
    this.template = template;
    this.client = JdbcClient.create(template);
    this.probes = probes;
    this.list = new RunList(client, probes);
    this.bytes = bytes;
  }

  /** Those of these runs that are stored. */
  Set<String> stored(List<String> ids) {
    return ids.isEmpty()
        ? Set.of()
        : client
            .sql("SELECT id FROM goldenpath.runs WHERE id IN (:ids)")
            .param("ids", ids)
            .query((row, _) -> row.getString(1))
            .set();
  }

  void insert(List<RunEntry> entries) {
    template.batchUpdate(
        """
        INSERT INTO goldenpath.runs (id, probe, location, trigger, started_at, outcome,
          duration_seconds, first_event_seconds, answer_seconds, cause, address, release,
          details)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        entries,
        MAX_BATCH,
        (statement, entry) -> new ArgumentPreparedStatementSetter(row(entry)).setValues(statement));
    List<RunFrames> frames = new ArrayList<>();
    for (RunEntry entry : entries) {
      if (entry.frames() != null) {
        frames.add(new RunFrames(entry.run().id(), entry.frames()));
      }
    }
    bytes.addedRuns(entries);
    insertFrames(frames);
  }

  /** Those of runs that are not stored, or no longer, come to nothing. */
  void changeFrames(List<OtherFrames> changes) {
    List<String> unwanted =
        changes.stream().map(OtherFrames::unwanted).filter(Objects::nonNull).toList();
    List<RunFrames> wanted =
        changes.stream().map(OtherFrames::wanted).filter(Objects::nonNull).toList();
    List<String> wantedIds = wanted.stream().map(RunFrames::run).toList();
    deleteFrames(unwanted);
    deleteFrames(wantedIds);
    Set<String> stored = stored(wantedIds);
    insertFrames(wanted.stream().filter(frames -> stored.contains(frames.run())).toList());
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

  /** The first run of the probe that began after this moment, without its frames. */
  Optional<Run> next(ProbeId probe, Instant after) {
    return probes
        .number(probe)
        .flatMap(number ->
            client
                .sql(
                    """
                    SELECT id, details FROM goldenpath.runs WHERE probe = ? AND started_at > ?
                    ORDER BY started_at, id LIMIT 1
                    """)
                .param(number)
                .param(time(after))
                .query(RunTable::details)
                .optional())
        .map(RunEncoding::run);
  }

  Optional<Instant> oldestGood() {
    return client
        .sql(
            """
            SELECT started_at FROM goldenpath.runs WHERE outcome = :passed
            ORDER BY outcome DESC, started_at, id LIMIT 1
            """)
        .param("passed", Outcome.PASSED.label())
        .query((row, _) -> SqlValues.instant(row, "started_at"))
        .optional();
  }

  /** Of those that passed and have frames. */
  Optional<Instant> oldestGoodFrames() {
    return client
        .sql(
            """
            SELECT started_at FROM goldenpath.transcript_runs WHERE passed = :passed
            ORDER BY passed, started_at LIMIT 1
            """)
        .param("passed", true)
        .query((row, _) -> SqlValues.instant(row, "started_at"))
        .optional();
  }

  /** Newest first, without their frames. */
  List<Run> runs(RunFilter filter) {
    List<String> ids = list.ids(filter);
    if (ids.isEmpty()) {
      return List.of();
    }
    Map<String, Run> found = new HashMap<>();
    client
        .sql("SELECT id, details FROM goldenpath.runs WHERE id IN (:ids)")
        .param("ids", ids)
        .query(row -> {
          found.put(row.getString("id"), RunEncoding.run(details(row, 0)));
        });
    return ids.stream().map(found::get).filter(Objects::nonNull).toList();
  }

  /** With their frames. */
  void delete(List<String> ids) {
    if (!ids.isEmpty()) {
      bytes.removeRuns(ids);
      client.sql("DELETE FROM goldenpath.runs WHERE id IN (:ids)").param("ids", ids).update();
    }
  }

  /** The runs stay. */
  void deleteFrames(List<String> ids) {
    if (!ids.isEmpty()) {
      bytes.removeFrames(ids);
      client
          .sql("DELETE FROM goldenpath.transcripts WHERE run IN (:runs)")
          .param("runs", ids)
          .update();
      client
          .sql("DELETE FROM goldenpath.transcript_runs WHERE run IN (:runs)")
          .param("runs", ids)
          .update();
    }
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
      run.releaseName().orElse(null),
      entry.details().bytes()
    };
  }

  private void insertFrames(List<RunFrames> runs) {
    List<Object[]> rows = new ArrayList<>();
    for (RunFrames frames : runs) {
      List<byte[]> parts = frames.frames().parts();
      for (int i = 0; i < parts.size(); i++) {
        rows.add(new Object[] {frames.run(), i, parts.get(i)});
      }
    }
    template.batchUpdate(
        "INSERT INTO goldenpath.transcripts (run, part, frames) VALUES (?, ?, ?)", rows);
    if (!runs.isEmpty()) {
      client
          .sql(
              """
              INSERT INTO goldenpath.transcript_runs (run, passed, started_at)
              SELECT id, outcome = :passed, started_at FROM goldenpath.runs WHERE id IN (:runs)
              """)
          .param("passed", Outcome.PASSED.label())
          .param("runs", runs.stream().map(RunFrames::run).toList())
          .update();
    }
    bytes.addedFrames(runs);
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
