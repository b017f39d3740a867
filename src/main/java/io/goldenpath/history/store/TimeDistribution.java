package io.goldenpath.history.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * How long something took, many times.
 *
 * @param buckets How many took up to each of the {@link #BOUNDS} and longer than the one before,
 *     and last how many took longer than all of them.
 */
public record TimeDistribution(Duration total, List<Long> buckets) {

  /** Those of the metrics of runs; what is stored counts by them, so they do not change. */
  public static final List<Duration> BOUNDS =
      DoubleStream.of(0.025, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 12.5, 15, 20, 25, 30, 60, 120)
          .mapToObj(seconds -> Duration.ofMillis(Math.round(seconds * 1000)))
          .toList();

  public static final TimeDistribution NONE =
      new TimeDistribution(Duration.ZERO, Collections.nCopies(BOUNDS.size() + 1, 0L));

  public TimeDistribution {
    buckets = List.copyOf(buckets);
  }

  static TimeDistribution of(Duration time) {
    List<Long> buckets = new ArrayList<>(NONE.buckets);
    buckets.set((int) BOUNDS.stream().filter(bound -> time.compareTo(bound) > 0).count(), 1L);
    return new TimeDistribution(time, buckets);
  }

  public long count() {
    return buckets.stream().mapToLong(Long::longValue).sum();
  }

  TimeDistribution plus(TimeDistribution more) {
    return new TimeDistribution(
        total.plus(more.total),
        IntStream.range(0, buckets.size())
            .mapToObj(i -> buckets.get(i) + more.buckets.get(i))
            .toList());
  }
}
