package io.goldenpath.settings;

import java.util.Comparator;

/**
 * Where something was written.
 *
 * @param source Which source, counted from the strongest.
 * @param line Line within it.
 * @param text File and line for a person.
 */
record Place(int source, int line, String text) implements Comparable<Place> {

  static final Place NOWHERE = new Place(Integer.MAX_VALUE, Integer.MAX_VALUE, "");

  private static final Comparator<Place> FROM_THE_TOP =
      Comparator.comparingInt(Place::source).thenComparingInt(Place::line);

  @Override
  public int compareTo(Place other) {
    return FROM_THE_TOP.compare(this, other);
  }
}
