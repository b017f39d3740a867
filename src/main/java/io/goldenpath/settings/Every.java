package io.goldenpath.settings;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.convert.DurationStyle;

/** Time between the starts of two runs, or {@code never}. */
record Every(@Nullable Duration period) {

  public static Every of(String text) {
    return text.equals("never") ? new Every(null) : new Every(DurationStyle.detectAndParse(text));
  }
}
