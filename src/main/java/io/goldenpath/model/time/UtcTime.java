package io.goldenpath.model.time;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Times of day in words, in UTC. */
public final class UtcTime {

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("HH:mm 'UTC'").withZone(ZoneOffset.UTC);

  private UtcTime() {}

  /** As people read it: {@code 14:02 UTC}. */
  public static String minute(Instant at) {
    return MINUTE.format(at);
  }
}
