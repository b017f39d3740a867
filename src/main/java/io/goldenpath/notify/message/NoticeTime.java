package io.goldenpath.notify.message;

import io.goldenpath.model.time.UtcTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as a message of this moment writes them: with the day unless that is today. */
record NoticeTime(Instant now) {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  String of(Instant at) {
    String minute = UtcTime.minute(at);
    return day(at).equals(day(now)) ? minute : DAY.format(at) + ", " + minute;
  }

  private static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
  }
}
