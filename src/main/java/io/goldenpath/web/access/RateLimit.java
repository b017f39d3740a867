package io.goldenpath.web.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** So many in a time for each key, all at once or spread (the generic cell rate algorithm). */
final class RateLimit {

  private static final int MAX_KEYS = 10_000;

  private final Duration time;
  private final Duration spacing;
  private final InstantSource clock;

  /** When each key will have its full allowance again; the one used longest ago goes first. */
  private final Map<String, Instant> full =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
          return size() > MAX_KEYS;
        }
      };

  RateLimit(int most, Duration time, InstantSource clock) {
    this.time = time;
    this.spacing = time.dividedBy(most);
    this.clock = clock;
  }

  /** Counts one more; or, where it is one too many, tells after which time it would not be. */
  synchronized Optional<Duration> take(String key) {
    Instant now = clock.instant();
    Duration owed = Duration.between(now, full.getOrDefault(key, now));
    Duration left = owed.isNegative() || owed.compareTo(time) > 0 ? Duration.ZERO : owed;
    Duration wait = left.plus(spacing).minus(time);
    if (wait.isPositive()) {
      return Optional.of(wait);
    }
    full.put(key, now.plus(left).plus(spacing));
    return Optional.empty();
  }

  synchronized void forget(String key) {
    full.remove(key);
  }
}
