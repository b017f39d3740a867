package io.goldenpath.history.overview;

import static io.goldenpath.history.store.SqlValues.duration;
import static io.goldenpath.history.store.SqlValues.instant;
import static io.goldenpath.history.store.SqlValues.time;

import io.goldenpath.history.overview.ProbeOverview.Hour;
import io.goldenpath.history.store.OutcomeCounts;
import io.goldenpath.history.store.VerdictTimes;
import io.goldenpath.model.probe.JourneyKind;
import io.goldenpath.model.probe.ProbeId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Aggregates of all probes at once, each in one statement, without journeys unknown here. */
record OverviewTable(JdbcClient client) {

  Map<ProbeId, ProbeOverview> hours(Instant from) {
    Map<ProbeId, ProbeOverview> found = new HashMap<>();
    client
        .sql(
            """
            SELECT probes.target, probes.journey, hours.starts_at,
              hours.passed, hours.degraded, hours.failed, hours.broken,
              hours.up_seconds, hours.degraded_seconds, hours.down_seconds, hours.unknown_seconds
            FROM goldenpath.probes JOIN goldenpath.aggregates hours
              ON hours.probe = probes.id AND hours.span_seconds = 3600 AND hours.starts_at >= :from
            """)
        .param("from", time(from))
        .query(row -> {
          Hour hour = new Hour(instant(row, "starts_at"), runs(row), verdicts(row));
          probe(row)
              .ifPresent(
                  probe -> found.compute(probe, (_, known) -> orEmpty(known).withHour(hour)));
        });
    return found;
  }

  Map<ProbeId, VerdictTimes> verdicts(Instant from) {
    Map<ProbeId, VerdictTimes> found = new HashMap<>();
    client
        .sql(
            """
            SELECT probes.target, probes.journey,
              SUM(hours.up_seconds) AS up_seconds, SUM(hours.degraded_seconds) AS degraded_seconds,
              SUM(hours.down_seconds) AS down_seconds,
              SUM(hours.unknown_seconds) AS unknown_seconds
            FROM goldenpath.probes JOIN goldenpath.aggregates hours
              ON hours.probe = probes.id AND hours.span_seconds = 3600 AND hours.starts_at >= :from
            GROUP BY probes.id, probes.target, probes.journey
            """)
        .param("from", time(from))
        .query(row -> {
          VerdictTimes times = verdicts(row);
          probe(row).ifPresent(probe -> found.put(probe, times));
        });
    return found;
  }

  private static ProbeOverview orEmpty(@Nullable ProbeOverview known) {
    return known == null ? ProbeOverview.EMPTY : known;
  }

  private static Optional<ProbeId> probe(ResultSet row) throws SQLException {
    String target = row.getString("target");
    return JourneyKind.of(row.getString("journey")).map(journey -> new ProbeId(target, journey));
  }

  private static OutcomeCounts runs(ResultSet row) throws SQLException {
    return new OutcomeCounts(
        row.getLong("passed"),
        row.getLong("degraded"),
        row.getLong("failed"),
        row.getLong("broken"));
  }

  private static VerdictTimes verdicts(ResultSet row) throws SQLException {
    return new VerdictTimes(
        duration(row.getDouble("up_seconds")),
        duration(row.getDouble("degraded_seconds")),
        duration(row.getDouble("down_seconds")),
        duration(row.getDouble("unknown_seconds")));
  }
}
