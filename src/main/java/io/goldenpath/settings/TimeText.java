package io.goldenpath.settings;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.springframework.boot.convert.DurationStyle;

/** Durations as settings write them. */
final class TimeText {

  private TimeText() {}

  static String of(Duration time) {
    return DurationStyle.SIMPLE.print(
        time, time.toMillisPart() == 0 ? ChronoUnit.SECONDS : ChronoUnit.MILLIS);
  }
}
