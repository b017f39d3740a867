package io.goldenpath.history.trend;

import io.goldenpath.history.store.Aggregate;
import io.goldenpath.history.store.VerdictTimes;
import io.goldenpath.model.run.Run;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one probe did in a range of time.
 *
 * @param from When the first stretch begins.
 * @param until When it was read.
 * @param stretches All runs of each stretch by its beginning, without those in which none began.
 * @param samples Single runs, the oldest first and without their frames.
 * @param complete Whether the history could be read, and not only memory.
 */
public record ProbeTrend(
    TrendRange range,
    Instant from,
    Instant until,
    SortedMap<Instant, Aggregate> stretches,
    List<Run> samples,
    boolean complete) {

  public ProbeTrend {
    stretches = Collections.unmodifiableSortedMap(new TreeMap<>(stretches));
    samples = List.copyOf(samples);
  }

  /** How long it had which verdict. */
  public VerdictTimes verdicts() {
    return stretches.values().stream()
        .map(Aggregate::verdicts)
        .reduce(VerdictTimes.NONE, VerdictTimes::plus);
  }
}
