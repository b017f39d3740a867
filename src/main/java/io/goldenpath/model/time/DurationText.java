package io.goldenpath.model.time;

import java.time.Duration;
import java.util.Locale;

/** Durations in words. */
public final class DurationText {

  private DurationText() {}

  /** As people read them: {@code 41 ms}, {@code 1.84 s}, {@code 10 s}, {@code 12 min}. */
  public static String of(Duration time) {
    if (time.compareTo(Duration.ofSeconds(1)) < 0) {
      return millis(time);
    }
    if (time.toMinutes() < 2) {
      return time.toNanosPart() == 0
          ? time.toSeconds() + " s"
          : String.format(Locale.ROOT, "%.2f s", time.toNanos() / 1e9);
    }
    if (time.toHours() < 2) {
      return time.toMinutes() + " min";
    }
    return time.toHours() < 48 ? time.toHours() + " h" : time.toDays() + " days";
  }

  /** As {@link #of}, in whole seconds from the first one on. */
  public static String rounded(Duration time) {
    return of(time.toSeconds() == 0 ? time : Duration.ofSeconds(time.toSeconds()));
  }

  public static String between(long fromNanos, long toNanos) {
    return of(Duration.ofNanos(toNanos - fromNanos));
  }

  /** In milliseconds however long, for columns whose rows are compared. */
  public static String millis(Duration time) {
    return time.isZero() || time.toMillis() != 0 ? time.toMillis() + " ms" : "<1 ms";
  }

  /** As settings write them: {@code 500ms}, {@code 5s}, {@code 2m}. */
  public static String setting(Duration time) {
    if (time.toMillisPart() != 0) {
      return time.toMillis() + "ms";
    }
    return time.isZero() || time.toSecondsPart() != 0
        ? time.toSeconds() + "s"
        : time.toMinutes() + "m";
  }
}
