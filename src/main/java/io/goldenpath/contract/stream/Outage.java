package io.goldenpath.contract.stream;

import java.time.Duration;

/** Outage: time without a connection in a run, in monotonic nanoseconds; nothing is late in it. */
public record Outage(long from, long to) {

  static final Outage NONE = new Outage(0, 0);

  public Duration connectedTime(long begin, long end) {
    return Duration.ofNanos(end - begin - overlap(begin, end));
  }

  private long overlap(long begin, long end) {
    if (from == to) {
      return 0;
    }
    long first = Math.max(0, from - begin);
    long last = Math.min(end - begin, to - begin);
    return Math.max(0, last - first);
  }
}
