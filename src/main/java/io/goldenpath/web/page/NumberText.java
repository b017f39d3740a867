package io.goldenpath.web.page;

import java.time.Duration;
import java.util.Locale;

/** Numbers as people read them. */
final class NumberText {

  private static final Duration SECOND = Duration.ofSeconds(1);

  private NumberText() {}

  static String duration(Duration time) {
    if (time.compareTo(SECOND) < 0) {
      return time.isZero() || time.toMillis() > 0 ? time.toMillis() + " ms" : "<1 ms";
    }
    if (time.toMinutes() < 2) {
      return String.format(Locale.ROOT, "%.2f s", time.toNanos() / 1e9);
    }
    if (time.toHours() < 2) {
      return time.toMinutes() + " min";
    }
    return time.toHours() < 48 ? time.toHours() + " h" : time.toDays() + " days";
  }

  static String percent(double share) {
    return String.format(Locale.ROOT, "%.2f%%", share * 100);
  }
}
