package io.goldenpath.contract;

import io.goldenpath.contract.Sighting.Spelling;
import io.goldenpath.probe.TextIndex;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.BiConsumer;

/** Looks for every marker in a text, however it is written, in time that grows with the text. */
final class Lookout {

  /** A text that is quoted deeper than this is not read to its ground. */
  private static final int COATS = 3;

  private static final int AT_ONCE = 4_096;
  private static final int NUMBER = (1 << 22) - 1;

  private final Markers markers;
  private final long[] hits = new long[AT_ONCE];
  private int count;
  private char[] folded = new char[1_024];
  private long work;

  Lookout(Markers markers) {
    this.markers = markers;
  }

  /** Letters read and places looked at so far. */
  long work() {
    return work;
  }

  /** Tells of every marker in a frame's text, those of the hearer too. */
  void read(String raw, BiConsumer<Marker, Spelling> sink) {
    look(raw, Spelling.PLAIN, sink);
    String plain = raw;
    for (int coat = 0; coat < COATS; coat++) {
      String bare = Unescape.once(plain);
      if (bare.equals(plain)) {
        break;
      }
      plain = bare;
      look(plain, Spelling.ESCAPED, sink);
    }
    Base64Runs.of(plain, (bytes, length) -> decoded(bytes, length, sink));
  }

  private void decoded(byte[] bytes, int length, BiConsumer<Marker, Spelling> sink) {
    if (markers.beyondAscii()) {
      look(new String(bytes, 0, length, StandardCharsets.UTF_8), Spelling.BASE64, sink);
      return;
    }
    room(length);
    for (int i = 0; i < length; i++) {
      int c = bytes[i] & 0xff;
      folded[i] = (char) (c >= 'A' && c <= 'Z' ? c + 32 : c);
    }
    look(folded, length, (marker, _) -> sink.accept(marker, Spelling.BASE64));
  }

  /** Tells of every marker in these letters, which are folded already, and where it begins. */
  void look(char[] letters, int length, BiConsumer<Marker, Integer> sink) {
    work += length;
    work +=
        markers
            .index()
            .find(
                letters,
                0,
                length,
                (number, from) -> {
                  Marker marker = markers.at(number);
                  if (marker.stands(letters, from, length)) {
                    if (count == hits.length) {
                      tell(sink);
                    }
                    hits[count++] = hit(from, marker.text().length(), number);
                  }
                });
    tell(sink);
  }

  private void look(String text, Spelling spelling, BiConsumer<Marker, Spelling> sink) {
    room(text.length());
    TextIndex.fold(text, folded);
    look(folded, text.length(), (marker, _) -> sink.accept(marker, spelling));
  }

  private void room(int length) {
    if (folded.length < length) {
      folded = new char[Integer.highestOneBit(length) * 2];
    }
  }

  /** A marker that is only a part of another one is not meant. */
  private void tell(BiConsumer<Marker, Integer> sink) {
    if (count > 1) {
      Arrays.sort(hits, 0, count);
    }
    int covered = 0;
    for (int i = 0; i < count; i++) {
      Marker marker = markers.at((int) hits[i] & NUMBER);
      int from = (int) (hits[i] >>> 32);
      if (marker.end(from) > covered) {
        covered = marker.end(from);
        sink.accept(marker, from);
      }
    }
    count = 0;
  }

  /** Sorted by where they begin, of those that begin together the longest first. */
  private static long hit(int from, int length, int number) {
    return (long) from << 32 | (long) (Marker.LONGEST - length) << 22 | number;
  }
}
