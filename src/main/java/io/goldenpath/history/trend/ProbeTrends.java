package io.goldenpath.history.trend;

import io.goldenpath.history.recording.StoreReader;
import io.goldenpath.model.probe.ProbeId;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.time.Deadline;
import io.goldenpath.model.time.Stopwatch;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads trends of probes when somebody asks. */
public final class ProbeTrends {

  private static final Duration KEPT = Duration.ofSeconds(10);
  private static final int MOST_KEPT = 32;

  private final StoreReader store;
  private final InstantSource clock;
  private final Stopwatch stopwatch;
  private final Map<Question, Kept> kept = new LinkedHashMap<>();

  public ProbeTrends(StoreReader store, InstantSource clock, Stopwatch stopwatch) {
    this.store = store;
    this.clock = clock;
    this.stopwatch = stopwatch;
  }

  private record Question(ProbeId probe, TrendRange range) {}

  private record Kept(StoredTrend stored, Deadline until) {}

  /** Some seconds old at most; runs in memory may not be stored yet. */
  public ProbeTrend of(ProbeId probe, TrendRange range, List<Run> memory) {
    Instant now = clock.instant();
    Instant from = range.stretchOf(now).minus(range.length()).plus(range.stretch());
    Optional<StoredTrend> stored = stored(new Question(probe, range), from, now);
    List<Run> samples =
        samples(stored.map(StoredTrend::samples).orElse(List.of()), memory, from, range);
    return new ProbeTrend(
        range,
        from,
        now,
        stored.map(StoredTrend::stretches).orElseGet(TreeMap::new),
        samples,
        stored.isPresent());
  }

  private synchronized Optional<StoredTrend> stored(Question question, Instant from, Instant now) {
    kept.values().removeIf(old -> old.until().reached(stopwatch.nanos()));
    Kept known = kept.get(question);
    if (known != null) {
      return Optional.of(known.stored());
    }
    Optional<StoredTrend> read =
        store.ask(open -> StoredTrend.read(open, question.probe(), question.range(), from, now));
    read.filter(_ -> kept.size() < MOST_KEPT)
        .ifPresent(trend -> kept.put(question, new Kept(trend, Deadline.in(KEPT, stopwatch))));
    return read;
  }

  private static List<Run> samples(
      List<Run> stored, List<Run> memory, Instant from, TrendRange range) {
    SortedMap<Instant, Run> last = new TreeMap<>();
    Stream.concat(stored.stream(), memory.stream())
        .filter(run -> !run.info().startedAt().isBefore(from))
        .sorted(Comparator.comparing(run -> run.info().startedAt()))
        .forEach(run -> last.put(range.sampleOf(run.info().startedAt()), run));
    return List.copyOf(last.values());
  }
}
