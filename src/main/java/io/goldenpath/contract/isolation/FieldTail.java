package io.goldenpath.contract.isolation;

import io.goldenpath.redaction.MultiStringSearch;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Last letters of one field, kept to find markers that continue in the next frame. */
final class FieldTail {

  private final int capacity;
  private final char[] letters;

  /** Per letter, the part number (upper 32 bits) and the position of its frame (lower). */
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

  char[] letters() {
    return letters;
  }

  int length() {
    return length;
  }

  int tailLength() {
    return tailLength;
  }

  /** Whether the same text has come so often that it can form no new marker. */
  boolean isRepeated(String frame, int from, int to) {
    if (to - from != lastText.length() || !frame.startsWith(lastText, from)) {
      lastText = frame.substring(from, to);
      repeats = 0;
      return false;
    }
    repeats++;
    return repeats * lastText.length() > capacity;
  }

  /** The last text, still escaped. */
  String lastText() {
    return lastText;
  }

  /** Appends behind the tail, of which the text becomes a part at {@link #commit}. */
  void append(String plain, int position) {
    length = put(plain.substring(0, Math.min(plain.length(), capacity)), position, tailLength);
  }

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

  /** Frame positions of the parts that these letters come from. */
  List<Integer> positions(int from, int to) {
    return Arrays.stream(origins, from, to).distinct().mapToObj(origin -> (int) origin).toList();
  }

  /** Offsets from {@code from} at which a new part begins. */
  IntStream boundaries(int from, int to) {
    return IntStream.range(from + 1, to)
        .filter(at -> origins[at] != origins[at - 1])
        .map(at -> at - from);
  }
}
