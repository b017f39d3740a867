package io.goldenpath.history.store;

import java.time.Duration;
import java.time.Instant;

/** How long a time one aggregate stands for; windows begin at whole multiples of it. */
public enum AggregateSpan {
  FIVE_MINUTES(Duration.ofMinutes(5)),
  HOUR(Duration.ofHours(1));

  private final Duration length;

  AggregateSpan(Duration length) {
    this.length = length;
  }

  public Duration length() {
    return length;
  }

  /** Beginning of the window that this moment is in. */
  public Instant windowOf(Instant moment) {
    long seconds = length.toSeconds();
    return Instant.ofEpochSecond(Math.floorDiv(moment.getEpochSecond(), seconds) * seconds);
  }
}
