package io.goldenpath.contract;

import io.goldenpath.probe.TextIndex;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;

/** The end of what one field has said so far, to be read on with what it says next. */
final class Seam {

  private record Piece(int place, int length) {}

  private final int reach;
  private final Deque<Piece> pieces = new ArrayDeque<>();
  private final char[] letters;
  private int held;
  private int length;
  private int pieced;
  private String last = "";
  private int repeats;

  /** A seam that keeps so many letters. */
  Seam(int reach) {
    this.reach = reach;
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
  int held() {
    return held;
  }

  /** Whether this was said before, so often that nothing new can come of it. */
  boolean stale(String frame, int from, int to) {
    if (to - from != last.length() || !frame.startsWith(last, from)) {
      last = frame.substring(from, to);
      repeats = 0;
      return false;
    }
    repeats++;
    return repeats * last.length() > reach;
  }

  /** What was said last, still escaped. */
  String last() {
    return last;
  }

  /** Puts what follows behind the end, until {@link #sew}. */
  void lay(String plain) {
    length = held + Math.min(plain.length(), reach);
    char[] head = TextIndex.folded(plain.substring(0, length - held));
    System.arraycopy(head, 0, letters, held, head.length);
  }

  /** The places at which the letters of this part were said, and what follows said at another. */
  List<Integer> places(int from, int to, int following) {
    List<Integer> places = new ArrayList<>();
    int begin = 0;
    for (Piece piece : pieces) {
      int end = begin + piece.length();
      if (end > from && begin < to) {
        places.add(piece.place());
      }
      begin = end;
    }
    if (to > held) {
      places.add(following);
    }
    return places;
  }

  /** Where the letters of this part are cut, counted from its beginning. */
  IntStream cuts(int from, int to) {
    IntStream.Builder cuts = IntStream.builder();
    int end = 0;
    for (Piece piece : pieces) {
      end += piece.length();
      if (end > from && end < to) {
        cuts.add(end - from);
      }
    }
    return cuts.build();
  }

  /** What followed is now a part of what was said. */
  void sew(String plain, int place) {
    int kept = Math.min(plain.length(), reach);
    int old = Math.min(held, reach - kept);
    System.arraycopy(letters, held - old, letters, 0, old);
    char[] tail = TextIndex.folded(plain.substring(plain.length() - kept));
    System.arraycopy(tail, 0, letters, old, kept);
    held = old + kept;
    pieces.addLast(new Piece(place, kept));
    pieced += kept;
    trim();
  }

  private void trim() {
    while (pieced > held) {
      Piece first = pieces.removeFirst();
      int left = Math.max(0, first.length() - (pieced - held));
      if (left > 0) {
        pieces.addFirst(new Piece(first.place(), left));
      }
      pieced -= first.length() - left;
    }
  }
}
