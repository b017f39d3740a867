package io.goldenpath.regression.storage;

import io.goldenpath.history.store.CompressedJson;
import io.goldenpath.history.store.RunStore;
import io.goldenpath.model.probe.JourneyKind;
import io.goldenpath.model.probe.ProbeId;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The baseline of each probe, in parts. */
final class BaselineTable {

  private BaselineTable() {}

  /** Without those of journeys that this version does not know. */
  static List<ProbeId> probes(RunStore store) {
    return store
        .client()
        .sql("SELECT target, journey FROM goldenpath.baselines WHERE part = 0")
        .query((row, _) -> {
          String target = row.getString("target");
          return JourneyKind.of(row.getString("journey"))
              .map(journey -> new ProbeId(target, journey));
        })
        .list()
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  static CompressedJson read(RunStore store, ProbeId probe) {
    return CompressedJson.ofParts(
        of(
                store,
                probe,
                """
                SELECT details FROM goldenpath.baselines
                WHERE target = :target AND journey = :journey ORDER BY part
                """)
            .query((row, _) -> row.getBytes(1))
            .list());
  }

  static void write(RunStore store, ProbeId probe, CompressedJson baseline) {
    List<byte[]> parts = baseline.parts();
    List<Object[]> rows =
        IntStream.range(0, parts.size())
            .mapToObj(part ->
                new Object[] {probe.target(), probe.journey().label(), part, parts.get(part)})
            .toList();
    store
        .transactions()
        .executeWithoutResult(_ -> {
          of(
                  store,
                  probe,
                  "DELETE FROM goldenpath.baselines WHERE target = :target AND journey = :journey")
              .update();
          store
              .template()
              .batchUpdate(
                  """
                  INSERT INTO goldenpath.baselines (target, journey, part, details)
                  VALUES (?, ?, ?, ?)
                  """,
                  rows);
        });
  }

  private static JdbcClient.StatementSpec of(RunStore store, ProbeId probe, String sql) {
    return store
        .client()
        .sql(sql)
        .param("target", probe.target())
        .param("journey", probe.journey().label());
  }
}
