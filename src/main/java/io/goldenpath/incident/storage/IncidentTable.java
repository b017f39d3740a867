package io.goldenpath.incident.storage;

import static io.goldenpath.history.store.SqlValues.instant;
import static io.goldenpath.history.store.SqlValues.time;

import io.goldenpath.history.store.RunStore;
import io.goldenpath.incident.Incident;
import io.goldenpath.incident.IncidentCursor;
import io.goldenpath.incident.IncidentFilter;
import io.goldenpath.model.probe.JourneyKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Incidents as the history's database keeps them. */
record IncidentTable(JdbcClient client) {

  static IncidentTable of(RunStore store) {
    return new IncidentTable(store.client());
  }

  /** Newest first. */
  List<Incident> read(IncidentFilter filter, int limit) {
    IncidentCursor before = filter.before();
    JourneyKind journey = filter.journey();
    List<String> conditions = new ArrayList<>(List.of("TRUE"));
    List<Object> values = new ArrayList<>();
    if (filter.target() != null) {
      conditions.add("target = ?");
      values.add(filter.target());
    }
    if (journey != null) {
      conditions.add("journey = ?");
      values.add(journey.label());
    }
    if (filter.open() != null) {
      conditions.add(filter.open() ? "ended_at IS NULL" : "ended_at IS NOT NULL");
    }
    if (before != null) {
      conditions.add("started_at <= ? AND (started_at < ? OR id < ?)");
      values.addAll(List.of(time(before.startedAt()), time(before.startedAt()), before.id()));
    }
    return client
        .sql(
            """
            SELECT id, details FROM goldenpath.incidents WHERE %s
            ORDER BY started_at DESC, id DESC LIMIT %d
            """
                .formatted(String.join(" AND ", conditions), limit))
        .params(values)
        .query((row, _) -> IncidentJson.read(row.getString("id"), row.getString("details")))
        .list()
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  Optional<Incident> find(String id) {
    return client
        .sql("SELECT details FROM goldenpath.incidents WHERE id = :id")
        .param("id", id)
        .query((row, _) -> IncidentJson.read(id, row.getString("details")))
        .optional()
        .flatMap(found -> found);
  }

  void put(Incident incident) {
    Incident.End end = incident.end();
    client
        .sql("DELETE FROM goldenpath.incidents WHERE id = :id")
        .param("id", incident.id())
        .update();
    client
        .sql(
            """
            INSERT INTO goldenpath.incidents (id, target, journey, started_at, ended_at, details)
            VALUES (:id, :target, :journey, :start, :end, :details)
            """)
        .param("id", incident.id())
        .param("target", incident.probe().target())
        .param("journey", incident.probe().journey().label())
        .param("start", time(incident.startedAt()))
        .param("end", end == null ? null : time(end.at()))
        .param("details", IncidentJson.write(incident))
        .update();
  }

  /** Since when incidents are kept; from this moment on where that is not written yet. */
  Instant keptSince(Instant now) {
    return client
        .sql("SELECT began_at FROM goldenpath.incidents_kept")
        .query((row, _) -> instant(row, "began_at"))
        .optional()
        .orElseGet(() -> begin(now));
  }

  /** Deletes what is over and older than this. */
  void deleteBefore(Instant start) {
    client
        .sql("DELETE FROM goldenpath.incidents WHERE ended_at IS NOT NULL AND started_at < :start")
        .param("start", time(start))
        .update();
    client
        .sql("UPDATE goldenpath.incidents_kept SET began_at = :start")
        .param("start", time(start))
        .update();
  }

  /** When the oldest of the newest so many began; empty where there are fewer. */
  Optional<Instant> startOfNewest(int most) {
    return client
        .sql(
            """
            SELECT started_at FROM goldenpath.incidents
            ORDER BY started_at DESC, id DESC LIMIT 1 OFFSET %d
            """
                .formatted(most - 1))
        .query((row, _) -> instant(row, "started_at"))
        .optional();
  }

  private Instant begin(Instant now) {
    client
        .sql("INSERT INTO goldenpath.incidents_kept (began_at) VALUES (:now)")
        .param("now", time(now))
        .update();
    return now;
  }
}
