package io.goldenpath.contract.isolation;

import io.goldenpath.redaction.MultiStringSearch;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Tail of what one field has said so far, to be read on with what it says next. */
final class FieldTail {

  private final int capacity;
  private final char[] letters;

  /** Of each letter the number of its part, and the position of the frame. */
  private final long[] origins;

  private int part;
  private int tailLength;
  private int length;
  private String lastText = "";
  private int repeats;

  FieldTail(int capacity) {
    this.capacity = capacity;
    this.letters = new char[2 * capacity];
    this.origins = new long[2 * capacity];
  }

  /** The tail and what follows it: as much of it as a marker could reach into. */
  char[] letters() {
    return letters;
  }

  int length() {
    return length;
  }

  /** Where what follows begins. */
  int tailLength() {
    return tailLength;
  }

  /** Whether this was said before, so often that nothing new can come of it. */
  boolean isRepeated(String frame, int from, int to) {
    if (to - from != lastText.length() || !frame.startsWith(lastText, from)) {
      lastText = frame.substring(from, to);
      repeats = 0;
      return false;
    }
    repeats++;
    return repeats * lastText.length() > capacity;
  }

  /** What was said last, still escaped. */
  String lastText() {
    return lastText;
  }

  /** Puts what follows behind the tail, until {@link #commit}. */
  void append(String plain, int position) {
    length = put(plain.substring(0, Math.min(plain.length(), capacity)), position, tailLength);
  }

  /** What followed is now a part of what was said. */
  void commit(String plain, int position) {
    int kept = Math.min(plain.length(), capacity);
    int old = Math.min(tailLength, capacity - kept);
    System.arraycopy(letters, tailLength - old, letters, 0, old);
    System.arraycopy(origins, tailLength - old, origins, 0, old);
    tailLength = put(plain.substring(plain.length() - kept), position, old);
    part++;
  }

  private int put(String text, int position, int at) {
    char[] folded = MultiStringSearch.folded(text);
    System.arraycopy(folded, 0, letters, at, folded.length);
    Arrays.fill(origins, at, at + folded.length, (long) part << 32 | position);
    return at + folded.length;
  }

  /** The position of the frame of each part that these letters are of. */
  List<Integer> positions(int from, int to) {
    return Arrays.stream(origins, from, to).distinct().mapToObj(origin -> (int) origin).toList();
  }

  /** Where these letters are cut into parts, counted from the first of them. */
  IntStream boundaries(int from, int to) {
    return IntStream.range(from + 1, to)
        .filter(at -> origins[at] != origins[at - 1])
        .map(at -> at - from);
  }
}
