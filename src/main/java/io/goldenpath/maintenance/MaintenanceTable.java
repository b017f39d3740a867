package io.goldenpath.maintenance;

import static io.goldenpath.history.store.SqlValues.instant;
import static io.goldenpath.history.store.SqlValues.time;

import io.goldenpath.model.probe.JourneyKind;
import io.goldenpath.model.probe.MaintenanceWindow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Requested maintenance as the history's database keeps it. */
record MaintenanceTable(JdbcClient client) {

  /**
   * Those that are not over at this moment, without those of journeys that this version does not
   * know; what is over is deleted.
   */
  List<RequestedMaintenance> read(Instant now) {
    client
        .sql("DELETE FROM goldenpath.maintenance WHERE ends_at <= :now")
        .param("now", time(now))
        .update();
    return client
        .sql("SELECT * FROM goldenpath.maintenance ORDER BY begins_at, id")
        .query((row, _) -> maintenance(row))
        .list()
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  void put(RequestedMaintenance maintenance) {
    delete(maintenance.id());
    JourneyKind journey = maintenance.journey();
    client
        .sql(
            """
            INSERT INTO goldenpath.maintenance (id, target, journey, begins_at, ends_at, why)
            VALUES (:id, :target, :journey, :from, :until, :why)
            """)
        .param("id", maintenance.id())
        .param("target", maintenance.target())
        .param("journey", journey == null ? null : journey.label())
        .param("from", time(maintenance.window().from()))
        .param("until", time(maintenance.window().until()))
        .param("why", maintenance.window().why())
        .update();
  }

  void delete(String id) {
    client.sql("DELETE FROM goldenpath.maintenance WHERE id = :id").param("id", id).update();
  }

  private static Optional<RequestedMaintenance> maintenance(ResultSet row) throws SQLException {
    String label = row.getString("journey");
    JourneyKind journey = label == null ? null : JourneyKind.of(label).orElse(null);
    if (label != null && journey == null) {
      return Optional.empty();
    }
    return Optional.of(
        new RequestedMaintenance(
            row.getString("id"),
            row.getString("target"),
            journey,
            new MaintenanceWindow(
                instant(row, "begins_at"), instant(row, "ends_at"), row.getString("why"))));
  }
}
