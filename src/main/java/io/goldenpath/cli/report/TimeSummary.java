package io.goldenpath.cli.report;

import java.time.Duration;
import java.util.List;

/** Times of the same thing in several runs; percentiles are times that occurred. */
public record TimeSummary(int count, Duration p50, Duration p95) {

  /** There must be one at least. */
  public static TimeSummary of(List<Duration> times) {
    List<Duration> sorted = times.stream().sorted().toList();
    return new TimeSummary(sorted.size(), percentile(sorted, 50), percentile(sorted, 95));
  }

  private static Duration percentile(List<Duration> sorted, int percent) {
    return sorted.get(Math.ceilDiv(sorted.size() * percent, 100) - 1);
  }
}
