package io.goldenpath.settings.reader;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.springframework.boot.convert.DurationStyle;

/** Durations as settings write them. */
public final class DurationNotation {

  private DurationNotation() {}

  public static String of(Duration time) {
    return DurationStyle.SIMPLE.print(
        time, time.toMillisPart() == 0 ? ChronoUnit.SECONDS : ChronoUnit.MILLIS);
  }
}
