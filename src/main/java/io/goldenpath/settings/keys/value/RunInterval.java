package io.goldenpath.settings.keys.value;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.convert.DurationStyle;

/** Time between the starts of two runs, or {@code never}. */
public record RunInterval(@Nullable Duration period) {

  public static RunInterval of(String text) {
    return text.equals("never")
        ? new RunInterval(null)
        : new RunInterval(DurationStyle.detectAndParse(text));
  }
}
