package io.goldenpath.model.finding;

/** Excerpt of a text that somebody else wrote: its beginning, on one line. */
public final class Excerpt {

  private static final int LENGTH = 160;

  private Excerpt() {}

  public static String of(String text) {
    return of(text, LENGTH);
  }

  public static String quoted(String text) {
    return "\"" + of(text) + "\"";
  }

  /** One line of at most {@code length} characters; an ellipsis marks what was cut. */
  public static String of(String text, int length) {
    String head = text.length() > 4 * length ? text.substring(0, 4 * length) : text;
    String line = head.strip().replaceAll("\\s+", " ");
    return line.length() <= length ? line : line.substring(0, length) + "…";
  }
}
