package io.goldenpath.contract.stream;

import java.time.Duration;

/**
 * Time without a connection in the middle of a run, in which nothing is late.
 *
 * @param from When the connection was lost.
 * @param to When there was a new one.
 */
public record Outage(long from, long to) {

  static final Outage NONE = new Outage(0, 0);

  /** How long it took from one moment to another, without this time. */
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
