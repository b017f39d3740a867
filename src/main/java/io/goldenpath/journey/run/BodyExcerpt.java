package io.goldenpath.journey.run;

/** The beginning of a body, on one line. */
public final class BodyExcerpt {

  private static final int LENGTH = 200;

  private BodyExcerpt() {}

  public static String of(String body) {
    String line = body.strip().replaceAll("\\s+", " ");
    return line.isEmpty() ? "no body" : line.substring(0, Math.min(LENGTH, line.length()));
  }
}
