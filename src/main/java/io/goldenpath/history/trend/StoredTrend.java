package io.goldenpath.history.trend;

import io.goldenpath.history.store.Aggregate;
import io.goldenpath.history.store.RunFilter;
import io.goldenpath.history.store.RunFilter.Cursor;
import io.goldenpath.history.store.RunStore;
import io.goldenpath.model.probe.ProbeId;
import io.goldenpath.model.run.Run;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the store knows of a range of time.
 *
 * @param samples The last run of each time that is sampled, the newest first.
 */
record StoredTrend(SortedMap<Instant, Aggregate> stretches, List<Run> samples) {

  static StoredTrend read(
      RunStore open, ProbeId probe, TrendRange range, Instant from, Instant now) {
    SortedMap<Instant, Aggregate> stretches = new TreeMap<>();
    open.aggregates(probe, range.span(), from, now.plus(range.span().length()))
        .forEach((at, more) -> stretches.merge(range.stretchOf(at), more, Aggregate::plus));
    return new StoredTrend(stretches, samples(open, probe, range, from, now));
  }

  /** Each look-up goes on before the time that the run found stands for. */
  private static List<Run> samples(
      RunStore open, ProbeId probe, TrendRange range, Instant from, Instant now) {
    List<Run> found = new ArrayList<>();
    Run run = before(open, probe, now.plusSeconds(1));
    while (run != null
        && !run.info().startedAt().isBefore(from)
        && found.size() <= TrendRange.MOST_SAMPLES) {
      found.add(run);
      run = before(open, probe, range.sampleOf(run.info().startedAt()));
    }
    return found;
  }

  private static @Nullable Run before(RunStore open, ProbeId probe, Instant moment) {
    RunFilter last = new RunFilter(Set.of(probe), null, new Cursor(moment, ""), 1);
    return open.runs(last).stream().findFirst().orElse(null);
  }
}
