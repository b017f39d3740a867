package io.goldenpath.journey.login;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the {@code Expires} of a cookie as Chromium does: four fields, whatever is between them.
 */
final class CookieDate {

  private static final Pattern FIELD = Pattern.compile("[^\\t !-/;-@\\[-`{-~]+");
  private static final Pattern TIME =
      Pattern.compile("0*(\\d{1,2}):0*(\\d{1,2}):0*(\\d{1,2})(?:\\D.*)?");
  private static final Pattern NUMBER = Pattern.compile("\\d+");
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
  private static final int NONE = -1;
  private static final int FIRST_YEAR = 1601;
  private static final int LAST_YEAR = 9999;

  private int day = NONE;
  private int month = NONE;
  private int year = NONE;
  private int second = NONE;

  private CookieDate() {}

  /** Empty where a browser makes nothing of it. */
  static Optional<Instant> parse(String text) {
    CookieDate date = new CookieDate();
    FIELD.matcher(text).results().map(MatchResult::group).forEach(date::read);
    return date.instant();
  }

  private void read(String field) {
    Matcher time = TIME.matcher(field);
    if (!Character.isDigit(field.charAt(0))) {
      month = month == NONE ? MONTHS.indexOf(start(field)) : month;
    } else if (field.contains(":")) {
      if (second == NONE && time.matches()) {
        second = secondOfDay(time);
      }
    } else if (day == NONE && field.length() <= 2) {
      day = number(field);
    } else if (year == NONE && field.length() <= 5) {
      year = number(field);
    }
  }

  private static String start(String field) {
    return field.substring(0, Math.min(3, field.length())).toLowerCase(Locale.ROOT);
  }

  private static int number(String field) {
    Matcher digits = NUMBER.matcher(field);
    return digits.lookingAt() ? Integer.parseInt(digits.group()) : NONE;
  }

  private static int secondOfDay(Matcher time) {
    int hour = Integer.parseInt(time.group(1));
    int minute = Integer.parseInt(time.group(2));
    int second = Integer.parseInt(time.group(3));
    return hour < 24 && minute < 60 && second < 60 ? (hour * 60 + minute) * 60 + second : NONE;
  }

  private Optional<Instant> instant() {
    if (day == NONE || month == NONE || year == NONE || second == NONE) {
      return Optional.empty();
    }
    int full = year < 70 ? year + 2000 : year < 100 ? year + 1900 : year;
    if (full < FIRST_YEAR || full > LAST_YEAR) {
      return Optional.of(full < FIRST_YEAR ? Instant.EPOCH : Instant.MAX);
    }
    try {
      LocalDate date = LocalDate.of(full, month + 1, day);
      return Optional.of(date.atStartOfDay().plusSeconds(second).toInstant(ZoneOffset.UTC));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
