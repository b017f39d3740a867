package io.goldenpath.history;

import io.goldenpath.history.recording.StoreReader;
import io.goldenpath.history.store.RunCursor;
import io.goldenpath.history.store.RunFilter;
import io.goldenpath.history.store.RunStore;
import io.goldenpath.model.probe.ProbeId;
import io.goldenpath.model.run.Run;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds runs in memory and in the store; a store that fails or is slow is passed over. */
public final class RunSearch {

  private static final Comparator<Run> NEWEST_FIRST =
      Comparator.comparing((Run run) -> run.info().startedAt()).thenComparing(Run::id).reversed();

  private final RunHistory memory;
  private final StoreReader store;

  public RunSearch(RunHistory memory, StoreReader store) {
    this.memory = memory;
    this.store = store;
  }

  /** With its frames, where they are in memory or the store answers. */
  public Optional<Run> find(String id) {
    Optional<Run> known = memory.find(id);
    return known.isPresent() && !memory.isLoaded(id)
        ? known
        : store.ask(open -> open.find(id)).flatMap(Function.identity()).or(() -> known);
  }

  /** Without asking the store. */
  public Optional<Run> inMemory(String id) {
    return memory.find(id);
  }

  /** Newest first; those that only the store has come without their frames. */
  public List<Run> newest(RunCriteria criteria, int limit) {
    Map<String, Run> found = new LinkedHashMap<>();
    memory.runs().stream()
        .filter(run -> criteria.match(run.info(), run.outcome()))
        .forEach(run -> found.put(run.id(), run));
    store
        .ask(open -> stored(open, criteria, limit))
        .orElse(List.of())
        .forEach(run -> found.putIfAbsent(run.id(), run));
    return found.values().stream().sorted(NEWEST_FIRST).limit(limit).toList();
  }

  /** Whether older runs than those in memory can be found. */
  public boolean complete() {
    return store.available();
  }

  private static List<Run> stored(RunStore store, RunCriteria criteria, int limit) {
    List<Run> runs = new ArrayList<>();
    for (ProbeId probe : store.probes()) {
      if (!criteria.ofAllProbes() && criteria.match(probe)) {
        runs.addAll(store.runs(filter(probe, criteria, limit)));
      }
    }
    return criteria.ofAllProbes() ? store.runs(filter(null, criteria, limit)) : runs;
  }

  private static RunFilter filter(@Nullable ProbeId probe, RunCriteria criteria, int limit) {
    Instant before = criteria.before();
    return new RunFilter(
        probe, criteria.outcome(), before == null ? null : new RunCursor(before, ""), limit);
  }
}
