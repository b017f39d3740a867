package io.goldenpath.incident.storage;

import io.goldenpath.history.recording.StoreReader;
import io.goldenpath.history.store.RunStore;
import io.goldenpath.incident.Incident;
import io.goldenpath.incident.IncidentBoard;
import io.goldenpath.incident.IncidentCursor;
import io.goldenpath.incident.IncidentFilter;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds incidents in memory and in the store; a store that fails or is slow is passed over. */
public final class IncidentSearch {

  private static final Comparator<Incident> NEWEST_FIRST =
      Comparator.comparing(IncidentCursor::at).reversed();

  private final IncidentBoard memory;
  private final StoreReader store;

  public IncidentSearch(IncidentBoard memory, StoreReader store) {
    this.memory = memory;
    this.store = store;
  }

  /** Newest first. */
  public List<Incident> newest(IncidentFilter filter, int limit) {
    Map<String, Incident> found = new LinkedHashMap<>();
    List<Incident> known = memory.incidents();
    store
        .ask(open -> stored(open, filter, limit + known.size()))
        .orElse(List.of())
        .forEach(incident -> found.put(incident.id(), incident));
    // what is stored of these may be a moment old
    known.forEach(incident -> found.put(incident.id(), incident));
    return found.values().stream()
        .filter(filter::matches)
        .sorted(NEWEST_FIRST)
        .limit(limit)
        .toList();
  }

  /** Empty where there is none of this id, or the store cannot say. */
  public Optional<Incident> find(String id) {
    return memory.incidents().stream()
        .filter(incident -> incident.id().equals(id))
        .findFirst()
        .or(() -> store.ask(open -> IncidentTable.of(open).find(id)).flatMap(found -> found));
  }

  /** Whether older ones than those in memory can be found. */
  public boolean complete() {
    return store.available();
  }

  /** Of older ones nothing is known. */
  public Instant keptSince() {
    return memory.keptSince();
  }

  private static List<Incident> stored(RunStore store, IncidentFilter filter, int limit) {
    return IncidentTable.of(store).read(filter, limit);
  }
}
