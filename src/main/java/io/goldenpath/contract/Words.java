package io.goldenpath.contract;

import java.time.Duration;
import java.util.Locale;

/**
 * How a finding is put.
 *
 * @param expected What the contract promised.
 * @param seen What came instead.
 * @param message One line for a person who was woken by it.
 */
record Words(String expected, String seen, String message) {

  private static final int EXCERPT = 160;

  static String since(long from, long to) {
    return took(Duration.ofNanos(to - from));
  }

  /** A duration as people read it. */
  static String took(Duration duration) {
    long millis = duration.toMillis();
    return millis < 1000
        ? millis + " ms"
        : String.format(Locale.ROOT, "%.1f s", duration.toNanos() / 1e9);
  }

  /** The beginning of what somebody said, on one line. */
  static String quote(String text) {
    return "\"" + line(text) + "\"";
  }

  /** The beginning of a text, on one line. */
  static String line(String text) {
    String head = text.length() > 4 * EXCERPT ? text.substring(0, 4 * EXCERPT) : text;
    String line = head.strip().replaceAll("\\s+", " ");
    return line.length() <= EXCERPT ? line : line.substring(0, EXCERPT) + "…";
  }
}
