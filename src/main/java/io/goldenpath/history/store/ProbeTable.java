package io.goldenpath.history.store;

import io.goldenpath.model.probe.JourneyKind;
import io.goldenpath.model.probe.ProbeId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Numbers by which the other tables name the probes, and what is believed of each. */
final class ProbeTable {

  private final JdbcTemplate template;
  private final JdbcClient client;
  private final Map<ProbeId, Integer> numbers = new ConcurrentHashMap<>();

  ProbeTable(JdbcTemplate template) {
    this.template = template;
    this.client = JdbcClient.create(template);
  }

  Optional<Integer> number(ProbeId probe) {
    Integer known = numbers.get(probe);
    return known == null ? find(probe) : Optional.of(known);
  }

  /** Gives a new probe its number; not within a transaction, which might take it back. */
  int numberOf(ProbeId probe) {
    return number(probe).orElseGet(() -> add(probe));
  }

  /** Without those of journeys that this version does not know. */
  List<ProbeId> all() {
    return client
        .sql("SELECT target, journey FROM goldenpath.probes")
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

  /** The last of each probe. */
  void writeVerdicts(List<RunEntry> entries) {
    Map<ProbeId, String> last = new HashMap<>();
    for (RunEntry entry : entries) {
      if (entry.verdict() != null) {
        last.put(entry.run().probe(), entry.verdict());
      }
    }
    List<Object[]> rows = new ArrayList<>();
    last.forEach((probe, verdict) -> rows.add(new Object[] {verdict, numberOf(probe)}));
    template.batchUpdate("UPDATE goldenpath.probes SET verdict = ? WHERE id = ?", rows);
  }

  /** Without those of journeys that this version does not know. */
  Map<ProbeId, String> verdicts() {
    Map<ProbeId, String> all = new HashMap<>();
    client
        .sql("SELECT target, journey, verdict FROM goldenpath.probes WHERE verdict IS NOT NULL")
        .query(row -> {
          String target = row.getString("target");
          String verdict = row.getString("verdict");
          JourneyKind.of(row.getString("journey"))
              .ifPresent(journey -> all.put(new ProbeId(target, journey), verdict));
        });
    return all;
  }

  private int add(ProbeId probe) {
    client
        .sql("INSERT INTO goldenpath.probes (target, journey) VALUES (:target, :journey)")
        .param("target", probe.target())
        .param("journey", probe.journey().label())
        .update();
    return find(probe).orElseThrow();
  }

  private Optional<Integer> find(ProbeId probe) {
    Optional<Integer> found =
        client
            .sql("SELECT id FROM goldenpath.probes WHERE target = :target AND journey = :journey")
            .param("target", probe.target())
            .param("journey", probe.journey().label())
            .query(Integer.class)
            .optional();
    found.ifPresent(number -> numbers.put(probe, number));
    return found;
  }
}
