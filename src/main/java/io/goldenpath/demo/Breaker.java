package io.goldenpath.demo;

import java.time.Duration;
import java.time.Instant;

/** Shuts everybody out for a while after too many bad tokens in a row, whoever's they were. */
final class Breaker {

  private static final int MOST = 5;
  private static final Duration PAUSE = Duration.ofSeconds(30);

  private int failures;
  private Instant shutUntil = Instant.MIN;

  synchronized boolean isOpen(Instant now) {
    return now.isBefore(shutUntil);
  }

  /** Counts a bad token; whether it was the one too many. */
  synchronized boolean opensWithFailure(Instant now) {
    failures++;
    if (failures < MOST) {
      return false;
    }
    failures = 0;
    shutUntil = now.plus(PAUSE);
    return true;
  }

  synchronized void passed() {
    failures = 0;
  }
}
