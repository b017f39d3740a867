package io.goldenpath.contract.isolation;

import io.goldenpath.redaction.MultiStringSearch;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;

/** The end of what one field has said so far, to be read on with what it says next. */
final class FieldTail {

  private record Segment(int position, int length) {}

  private final int capacity;
  private final Deque<Segment> segments = new ArrayDeque<>();
  private final char[] letters;
  private int tailLength;
  private int length;
  private int segmentedLength;
  private String lastText = "";
  private int repeats;

  /** A seam that keeps so many letters. */
  FieldTail(int reach) {
    this.capacity = reach;
    this.letters = new char[2 * reach];
  }

  /** The end and what follows it: as much of it as a marker could reach into. */
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

  /** Puts what follows behind the end, until {@link #commit}. */
  void append(String plain) {
    length = tailLength + Math.min(plain.length(), capacity);
    char[] head = MultiStringSearch.folded(plain.substring(0, length - tailLength));
    System.arraycopy(head, 0, letters, tailLength, head.length);
  }

  /** The places at which the letters of this part were said, and what follows said at another. */
  List<Integer> positions(int from, int to, int following) {
    List<Integer> positions = new ArrayList<>();
    int begin = 0;
    for (Segment segment : segments) {
      int end = begin + segment.length();
      if (end > from && begin < to) {
        positions.add(segment.position());
      }
      begin = end;
    }
    if (to > tailLength) {
      positions.add(following);
    }
    return positions;
  }

  /** Where the letters of this part are cut, counted from its beginning. */
  IntStream boundaries(int from, int to) {
    IntStream.Builder cuts = IntStream.builder();
    int end = 0;
    for (Segment segment : segments) {
      end += segment.length();
      if (end > from && end < to) {
        cuts.add(end - from);
      }
    }
    return cuts.build();
  }

  /** What followed is now a part of what was said. */
  void commit(String plain, int position) {
    int kept = Math.min(plain.length(), capacity);
    int old = Math.min(tailLength, capacity - kept);
    System.arraycopy(letters, tailLength - old, letters, 0, old);
    char[] tail = MultiStringSearch.folded(plain.substring(plain.length() - kept));
    System.arraycopy(tail, 0, letters, old, kept);
    tailLength = old + kept;
    segments.addLast(new Segment(position, kept));
    segmentedLength += kept;
    trim();
  }

  private void trim() {
    while (segmentedLength > tailLength) {
      Segment first = segments.removeFirst();
      int left = Math.max(0, first.length() - (segmentedLength - tailLength));
      if (left > 0) {
        segments.addFirst(new Segment(first.position(), left));
      }
      segmentedLength -= first.length() - left;
    }
  }
}
