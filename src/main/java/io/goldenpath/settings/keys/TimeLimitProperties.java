package io.goldenpath.settings.keys;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.convert.DurationStyle;

/**
 * How long a step may take, or one duration for failure alone.
 *
 * @param degraded Later than this is a warning.
 * @param failed Later than this is a failure.
 */
public record TimeLimitProperties(@Nullable Duration degraded, @Nullable Duration failed) {

  private static final Duration OFF = Duration.ofNanos(-1);

  /** One duration: failure alone. */
  public static TimeLimitProperties of(String text) {
    return new TimeLimitProperties(OFF, DurationStyle.detectAndParse(text));
  }

  /** Whether one duration was written, which switches degraded off. */
  public boolean failedOnly() {
    return OFF.equals(degraded);
  }
}
