package io.goldenpath.history;

import io.goldenpath.history.recording.StoreReader;
import io.goldenpath.history.store.RunFilter.Cursor;
import io.goldenpath.model.run.Run;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

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
    return known.isPresent() && memory.hasFrames(id)
        ? known
        : store.ask(open -> open.find(id)).flatMap(Function.identity()).or(() -> known);
  }

  /** Without asking the store. */
  public Optional<Run> inMemory(String id) {
    return memory.find(id);
  }

  /** Newest first, without their frames. */
  public List<Run> newest(RunCriteria criteria, int limit) {
    return page(criteria, limit).runs();
  }

  public FoundRuns page(RunCriteria criteria, int limit) {
    FoundRuns stored =
        store
            .askAtLength((open, late) -> new StoredRunScan(open, criteria, limit, late).page())
            .orElse(new FoundRuns(List.of(), null));
    Map<String, Run> found = new LinkedHashMap<>();
    memory.runs().stream().filter(criteria::match).forEach(run -> found.put(run.id(), run));
    stored.runs().forEach(run -> found.putIfAbsent(run.id(), run));
    Cursor end = stored.next();
    List<Run> page =
        found.values().stream()
            .filter(run -> end == null || !end.isBefore(run.info().startedAt(), run.id()))
            .sorted(NEWEST_FIRST)
            .limit(limit)
            .toList();
    return new FoundRuns(page, page.size() < limit ? end : Cursor.at(page.getLast()));
  }

  /** The run of the same probe that began next after it, without its frames. */
  public Optional<Run> next(Run run) {
    Stream<Run> known = memory.runs(run.probe()).stream();
    Optional<Run> stored = store.ask(open -> open.next(run)).flatMap(Function.identity());
    return Stream.concat(known, stored.stream())
        .filter(other -> NEWEST_FIRST.compare(other, run) < 0)
        .max(NEWEST_FIRST);
  }

  /** Whether older runs than those in memory can be found. */
  public boolean complete() {
    return store.available();
  }
}
