package io.goldenpath.redaction;

import java.util.Arrays;

/** Spans of a text that must not be shown. */
final class TextSpans {

  private long[] parts = new long[8];
  private int count;

  void add(int from, int to) {
    if (count == parts.length) {
      parts = Arrays.copyOf(parts, 2 * count);
    }
    parts[count++] = (long) from << 32 | to;
  }

  /** Spans that overlap share one mask. */
  String masked(String text, String mask) {
    if (count == 0) {
      return text;
    }
    Arrays.sort(parts, 0, count);
    StringBuilder clean = new StringBuilder(text.length());
    int shown = 0;
    for (int i = 0; i < count; i++) {
      int from = (int) (parts[i] >>> 32);
      int to = (int) parts[i];
      if (i == 0 || from >= shown) {
        clean.append(text, shown, from).append(mask);
      }
      shown = Math.max(shown, to);
    }
    return clean.append(text, shown, text.length()).toString();
  }
}
