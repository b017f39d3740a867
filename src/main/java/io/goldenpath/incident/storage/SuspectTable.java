package io.goldenpath.incident.storage;

import io.goldenpath.history.store.RunStore;
import io.goldenpath.incident.JudgedRun;
import io.goldenpath.model.probe.JourneyKind;
import io.goldenpath.model.probe.ProbeId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The last runs of probes of which one may turn out to be the first of an incident. */
record SuspectTable(JdbcClient client) {

  static SuspectTable of(RunStore store) {
    return new SuspectTable(store.client());
  }

  /** Without those of journeys that this version does not know. */
  Map<ProbeId, List<JudgedRun>> read() {
    Map<ProbeId, List<JudgedRun>> all = new HashMap<>();
    client
        .sql("SELECT target, journey, runs FROM goldenpath.incident_suspects")
        .query(row -> {
          String target = row.getString("target");
          String runs = row.getString("runs");
          JourneyKind.of(row.getString("journey"))
              .map(journey -> new ProbeId(target, journey))
              .ifPresent(probe -> all.put(probe, IncidentJson.readRuns(probe, runs)));
        });
    return all;
  }

  /** In place of those before. */
  void put(ProbeId probe, List<JudgedRun> runs) {
    client
        .sql(
            "DELETE FROM goldenpath.incident_suspects WHERE target = :target AND journey = :journey")
        .param("target", probe.target())
        .param("journey", probe.journey().label())
        .update();
    if (!runs.isEmpty()) {
      client
          .sql(
              """
              INSERT INTO goldenpath.incident_suspects (target, journey, runs)
              VALUES (:target, :journey, :runs)
              """)
          .param("target", probe.target())
          .param("journey", probe.journey().label())
          .param("runs", IncidentJson.write(runs))
          .update();
    }
  }
}
