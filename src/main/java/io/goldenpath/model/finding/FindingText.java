package io.goldenpath.model.finding;

import java.time.Duration;
import java.util.Locale;

/**
 * How a finding is put.
 *
 * @param expected What the contract promised.
 * @param seen What came instead.
 * @param message One line for a person who was woken by it.
 */
public record FindingText(String expected, String seen, String message) {

  private static final int EXCERPT = 160;

  public static String since(long from, long to) {
    return duration(Duration.ofNanos(to - from));
  }

  /** A duration as people read it. */
  public static String duration(Duration duration) {
    long millis = duration.toMillis();
    return millis < 1000
        ? millis + " ms"
        : String.format(Locale.ROOT, "%.1f s", duration.toNanos() / 1e9);
  }

  /** The beginning of what somebody said, on one line. */
  public static String quote(String text) {
    return "\"" + excerpt(text) + "\"";
  }

  /** The beginning of a text, on one line. */
  public static String excerpt(String text) {
    String head = text.length() > 4 * EXCERPT ? text.substring(0, 4 * EXCERPT) : text;
    String line = head.strip().replaceAll("\\s+", " ");
    return line.length() <= EXCERPT ? line : line.substring(0, EXCERPT) + "…";
  }
}
