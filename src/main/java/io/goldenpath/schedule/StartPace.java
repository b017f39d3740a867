package io.goldenpath.schedule;

import io.goldenpath.model.time.Stalls;
import io.goldenpath.model.time.Stopwatch;
import java.time.Duration;

/** Lets runs begin one by one while the monitor itself stands still again and again. */
final class StartPace {

  /** How often to ask again. */
  static final Duration RETRY = Duration.ofMillis(50);

  /** How long a run is put off at most. */
  static final Duration LONGEST = Duration.ofSeconds(2);

  private static final Duration RECENT = Duration.ofSeconds(2);
  private static final Duration TOLERATED = Duration.ofMillis(200);
  private static final Duration CALM = Duration.ofMillis(200);
  private static final Duration MOST_APART = Duration.ofMillis(100);

  private final Stopwatch stopwatch;
  private final Stalls stalls;
  private long lastStart;

  StartPace(Stopwatch stopwatch, Stalls stalls) {
    this.stopwatch = stopwatch;
    this.stalls = stalls;
    this.lastStart = stopwatch.nanos() - MOST_APART.toNanos();
  }

  /** Whether one of so many probes may run now, which then counts as begun. */
  synchronized boolean ready(int probes) {
    long now = stopwatch.nanos();
    long apart = Math.min(MOST_APART.toNanos(), DueTimes.firstDelay(1, probes).toNanos());
    boolean ready =
        stalledIn(RECENT, now).compareTo(TOLERATED) <= 0
            || (stalledIn(CALM, now).isZero() && now - lastStart >= apart);
    lastStart = ready ? now : lastStart;
    return ready;
  }

  private Duration stalledIn(Duration time, long now) {
    return stalls.within(now - time.toNanos(), now);
  }
}
