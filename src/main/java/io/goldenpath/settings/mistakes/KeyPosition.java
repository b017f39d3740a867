package io.goldenpath.settings.mistakes;

import java.util.Comparator;

/** Where a key was written; source 0 is the strongest, the text is file and line. */
record KeyPosition(int source, int line, String text) implements Comparable<KeyPosition> {

  static final KeyPosition UNKNOWN = new KeyPosition(Integer.MAX_VALUE, Integer.MAX_VALUE, "");

  private static final Comparator<KeyPosition> FILE_ORDER =
      Comparator.comparingInt(KeyPosition::source).thenComparingInt(KeyPosition::line);

  @Override
  public int compareTo(KeyPosition other) {
    return FILE_ORDER.compare(this, other);
  }
}
