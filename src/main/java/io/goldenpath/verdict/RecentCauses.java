package io.goldenpath.verdict;

import io.goldenpath.model.run.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * What a probe has been down for lately: causes that take turns are told once each. Guarded by
 * {@link VerdictBoard}.
 */
final class RecentCauses {

  private static final Duration LATELY = Duration.ofMinutes(15);

  private final Map<Cause.Key, Instant> lastSeen = new HashMap<>();

  /** Returns whether the state's cause is none of those that it was down for lately. */
  boolean add(ProbeState state, Instant now) {
    if (state.verdict() != Verdict.DOWN) {
      lastSeen.clear();
      return false;
    }
    lastSeen.values().removeIf(seen -> seen.plus(LATELY).isBefore(now));
    Cause cause = state.cause();
    return cause != null && lastSeen.put(cause.key(), now) == null;
  }
}
