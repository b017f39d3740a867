package io.goldenpath.history;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Durations as the API writes them: seconds as a number, to the microsecond. */
final class JsonSeconds {

  private JsonSeconds() {}

  static double of(Duration duration) {
    return Math.round(duration.toNanos() / 1e3) / 1e6;
  }

  static @Nullable Double ofNullable(@Nullable Duration duration) {
    return duration == null ? null : of(duration);
  }
}
