package io.goldenpath.contract.isolation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Last texts of one field, kept to find markers that continue in the next frame. */
final class FieldTail {

  private final int capacity;
  private final Deque<Part> parts = new ArrayDeque<>();
  private int length;
  private String lastText = "";
  private int repeats;

  FieldTail(int capacity) {
    this.capacity = capacity;
  }

  private record Part(String text, int position) {}

  /** Without what is only appended. */
  int length() {
    return length;
  }

  String text() {
    return parts.stream().map(Part::text).collect(Collectors.joining());
  }

  /** Whether the same text has come so often that it can form no new marker. */
  boolean isRepeated(String text) {
    repeats = text.equals(lastText) ? repeats + 1 : 0;
    lastText = text;
    return repeats * text.length() > capacity;
  }

  /** Appends behind the tail, of which the text becomes a part at {@link #commit}. */
  void append(String plain, int position) {
    parts.add(new Part(plain.substring(0, Math.min(plain.length(), capacity)), position));
  }

  void commit(String plain, int position) {
    parts.removeLast();
    Part last = new Part(plain.substring(Math.max(0, plain.length() - capacity)), position);
    parts.add(last);
    length += last.text().length();
    while (parts.size() > 1 && length - parts.getFirst().text().length() >= capacity) {
      length -= parts.removeFirst().text().length();
    }
  }

  /** Frame positions of the parts of these letters, by the offset from {@code from} of each. */
  SortedMap<Integer, Integer> positions(int from, int to) {
    SortedMap<Integer, Integer> positions = new TreeMap<>();
    int begin = 0;
    for (Part part : parts) {
      int end = begin + part.text().length();
      if (begin < to && end > from) {
        positions.put(Math.max(0, begin - from), part.position());
      }
      begin = end;
    }
    return positions;
  }
}
