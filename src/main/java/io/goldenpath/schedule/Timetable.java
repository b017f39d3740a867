package io.goldenpath.schedule;

import io.goldenpath.probe.Cadence;
import io.goldenpath.probe.ProbeId;
import java.time.Duration;
import java.time.Instant;

/** When a probe is due: at once, and from then on at a stable offset within its period. */
final class Timetable {

  private static final Duration SPREAD = Duration.ofSeconds(5);
  private static final Duration LEAST_PATIENCE = Duration.ofSeconds(1);
  private static final Duration MOST_PATIENCE = Duration.ofSeconds(30);

  private Timetable() {}

  /**
   * How long the first run of one of so many probes waits, so that they do not all start at once.
   */
  static Duration first(int index, int count) {
    return SPREAD.multipliedBy(index).dividedBy(Math.max(1, count));
  }

  /** From the first run to the second, so that it falls on the probe's own offset. */
  static Duration second(ProbeId probe, Instant first, Duration period) {
    long length = period.toMillis();
    long offset = Math.floorMod(probe.toString().hashCode() * 2654435761L, length);
    long into = Math.floorMod(first.toEpochMilli() - offset, length);
    long wait = length - into;
    return Duration.ofMillis(wait * 2 < length ? wait + length : wait);
  }

  /** How many slots have passed since a due time, the due one not counted. */
  static long missed(Duration late, Duration period) {
    return late.isNegative() ? 0 : late.dividedBy(period);
  }

  /** How long a run waits for a free user. */
  static Duration patience(Cadence cadence) {
    Duration tenth = cadence.period().orElse(cadence.timeout()).dividedBy(10);
    if (tenth.compareTo(LEAST_PATIENCE) < 0) {
      return LEAST_PATIENCE;
    }
    return tenth.compareTo(MOST_PATIENCE) > 0 ? MOST_PATIENCE : tenth;
  }
}
