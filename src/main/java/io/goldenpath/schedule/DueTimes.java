package io.goldenpath.schedule;

import io.goldenpath.model.probe.ProbeId;
import io.goldenpath.model.time.Cadence;
import java.time.Duration;
import java.time.Instant;

/** When a probe is due: at once, and from then on at a stable offset within its period. */
final class DueTimes {

  private static final Duration SPREAD = Duration.ofSeconds(5);
  private static final Duration MIN_USER_WAIT = Duration.ofSeconds(1);
  private static final Duration MAX_USER_WAIT = Duration.ofSeconds(30);

  private DueTimes() {}

  /** Spreads first runs, so that they do not all start at once. */
  static Duration firstDelay(int index, int count) {
    return SPREAD.multipliedBy(index).dividedBy(Math.max(1, count));
  }

  /** From the first run to the second, so that it falls on the probe's own offset. */
  static Duration secondDelay(ProbeId probe, Instant first, Duration period) {
    long length = period.toMillis();
    long offset = Math.floorMod(probe.toString().hashCode() * 2654435761L, length);
    long into = Math.floorMod(first.toEpochMilli() - offset, length);
    long wait = length - into;
    return Duration.ofMillis(wait * 2 < length ? wait + length : wait);
  }

  static long missed(Duration late, Duration period) {
    return late.isNegative() ? 0 : late.dividedBy(period);
  }

  static Duration userWait(Cadence cadence) {
    Duration tenth = cadence.period().orElse(cadence.timeout()).dividedBy(10);
    return Duration.ofNanos(
        Math.clamp(tenth.toNanos(), MIN_USER_WAIT.toNanos(), MAX_USER_WAIT.toNanos()));
  }
}
