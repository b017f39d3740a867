package io.goldenpath.settings;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.convert.DurationStyle;

/**
 * How long a step may take, or one duration for failure alone.
 *
 * @param degraded Later than this is a warning.
 * @param failed Later than this is a failure.
 */
record LimitProperties(@Nullable Duration degraded, @Nullable Duration failed) {

  private static final Duration OFF = Duration.ofNanos(-1);

  /** One duration: failure alone. */
  public static LimitProperties of(String text) {
    return new LimitProperties(OFF, DurationStyle.detectAndParse(text));
  }

  /** Whether one duration was written, which switches degraded off. */
  boolean alone() {
    return OFF.equals(degraded);
  }
}
