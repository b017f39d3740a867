package io.goldenpath.journey;

/** The beginning of a body, on one line. */
final class Excerpt {

  private static final int LENGTH = 200;

  private Excerpt() {}

  static String of(String body) {
    String line = body.strip().replaceAll("\\s+", " ");
    return line.isEmpty() ? "no body" : line.substring(0, Math.min(LENGTH, line.length()));
  }
}
