package io.goldenpath.web.page;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * Time in UTC, which the page's script turns into local time.
 *
 * @param precision {@code minute} or {@code second}.
 */
record TimeView(String iso, String text, String precision) {

  static TimeView minute(Instant at, Instant now) {
    return new TimeView(
        at.truncatedTo(ChronoUnit.MILLIS).toString(), text(at, now, "HH:mm"), "minute");
  }

  static TimeView second(Instant at, Instant now) {
    return new TimeView(
        at.truncatedTo(ChronoUnit.MILLIS).toString(), text(at, now, "HH:mm:ss"), "second");
  }

  private static String text(Instant at, Instant now, String clock) {
    ZonedDateTime utc = at.atZone(ZoneOffset.UTC);
    boolean today = utc.toLocalDate().equals(now.atZone(ZoneOffset.UTC).toLocalDate());
    String pattern = (today ? "" : "d MMM ") + clock + " 'UTC'";
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(utc);
  }
}
