package io.goldenpath.model.time;

import java.time.Duration;
import java.util.List;

/** Times in which the monitor itself stood still, on the monotonic clock. */
@FunctionalInterface
public interface Stalls {

  Stalls NONE = _ -> List.of();

  /** One standstill; {@code to} is now while it lasts. */
  record Stall(long from, long to) {

    public Duration length() {
      return Duration.ofNanos(to - from);
    }
  }

  /** Those that ended after this reading, by their start; none overlap. */
  List<Stall> since(long nanos);

  /** How much of this time the monitor stood still. */
  default Duration within(long from, long to) {
    long total = 0;
    for (Stall stall : since(from)) {
      long begin = Math.max(0, stall.from() - from);
      long end = Math.min(to - from, stall.to() - from);
      total += Math.max(0, end - begin);
    }
    return Duration.ofNanos(total);
  }

  /** The longest that ended less than {@code before} this reading, or still lasts. */
  default Duration longestBefore(long nanos, Duration before) {
    return since(nanos - before.toNanos()).stream()
        .filter(stall -> stall.from() - nanos < 0)
        .map(Stall::length)
        .max(Duration::compareTo)
        .orElse(Duration.ZERO);
  }
}
