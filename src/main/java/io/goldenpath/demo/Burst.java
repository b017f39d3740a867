package io.goldenpath.demo;

import java.time.Duration;
import java.time.Instant;

/** Notices who says more in a moment than anybody types. */
final class Burst {

  private static final Duration MOMENT = Duration.ofMillis(200);
  private static final int MOST = 3;

  private Instant began = Instant.MIN;
  private int said;

  /** Whether this message is the first too many of its moment. */
  synchronized boolean exceeds(Instant now) {
    if (began.isBefore(now.minus(MOMENT))) {
      began = now;
      said = 0;
    }
    said++;
    return said == MOST + 1;
  }
}
