package io.goldenpath.regression.storage;

import io.goldenpath.history.store.RunStore;
import io.goldenpath.history.store.SqlValues;
import io.goldenpath.model.regression.ReleaseMarker;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Release markers, for as long as the aggregates stay by default. */
final class MarkerTable {

  private static final Duration STAY = Duration.ofDays(400);

  private MarkerTable() {}

  /** The newest of them, newest first. */
  static List<ReleaseMarker> read(RunStore store, int limit) {
    return store
        .client()
        .sql(
            """
            SELECT target, release, released_at, link FROM goldenpath.markers
            ORDER BY released_at DESC LIMIT :limit
            """)
        .param("limit", limit)
        .query(MarkerTable::marker)
        .list();
  }

  /** One that is there already stays as it is. */
  static void add(RunStore store, ReleaseMarker marker) {
    JdbcClient client = store.client();
    URI link = marker.link();
    OffsetDateTime at = SqlValues.time(marker.at());
    boolean known =
        client
                .sql(
                    """
                    SELECT COUNT(*) FROM goldenpath.markers
                    WHERE target = :target AND released_at = :at AND release = :release
                    """)
                .param("target", marker.target())
                .param("at", at)
                .param("release", marker.release())
                .query(Integer.class)
                .single()
            > 0;
    if (!known) {
      client
          .sql(
              """
              INSERT INTO goldenpath.markers (target, release, released_at, link)
              VALUES (:target, :release, :at, :link)
              """)
          .param("target", marker.target())
          .param("release", marker.release())
          .param("at", at)
          .param("link", link == null ? null : link.toString())
          .update();
    }
  }

  static void deleteOld(RunStore store, Instant now) {
    store
        .client()
        .sql("DELETE FROM goldenpath.markers WHERE released_at < :before")
        .param("before", SqlValues.time(now.minus(STAY)))
        .update();
  }

  private static ReleaseMarker marker(ResultSet row, int number) throws SQLException {
    String link = row.getString("link");
    return new ReleaseMarker(
        row.getString("target"),
        row.getString("release"),
        SqlValues.instant(row, "released_at"),
        link == null ? null : URI.create(link));
  }
}
