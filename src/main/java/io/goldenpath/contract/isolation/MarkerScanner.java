package io.goldenpath.contract.isolation;

import io.goldenpath.contract.isolation.MarkerMatch.Encoding;
import io.goldenpath.redaction.MultiStringSearch;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.BiConsumer;

/** Scanner for markers in any encoding, in time linear in the text. */
final class MarkerScanner {

  /** Texts that are escaped more often are not decoded fully. */
  private static final int ESCAPE_LAYERS = 3;

  private static final int MAX_HITS = 4_096;
  private static final int NUMBER = (1 << 22) - 1;

  private final MarkerIndex markers;
  private final long[] hits = new long[MAX_HITS];
  private int count;
  private char[] folded = new char[1_024];
  private long work;

  MarkerScanner(MarkerIndex markers) {
    this.markers = markers;
  }

  /** Letters read and positions looked at so far, for a test of the cost. */
  long work() {
    return work;
  }

  /** Reports the recipient's own markers too. */
  void scanText(String raw, BiConsumer<Marker, Encoding> sink) {
    scan(raw, Encoding.PLAIN, sink);
    String plain = raw;
    for (int layer = 0; layer < ESCAPE_LAYERS; layer++) {
      String bare = Unescaper.removeLayer(plain);
      if (bare.equals(plain)) {
        break;
      }
      plain = bare;
      scan(plain, Encoding.ESCAPED, sink);
    }
    Base64Scanner.scan(plain, bytes -> scanDecoded(bytes, sink));
  }

  private void scanDecoded(byte[] bytes, BiConsumer<Marker, Encoding> sink) {
    Charset charset = markers.beyondAscii() ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
    scan(new String(bytes, charset), Encoding.BASE64, sink);
  }

  /** Expects case-folded letters; reports each marker with its start. */
  void scan(char[] letters, int length, BiConsumer<Marker, Integer> sink) {
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
                  if (marker.standsAlone(letters, from, length)) {
                    if (count == hits.length) {
                      report(sink);
                    }
                    hits[count++] = hit(from, marker.text().length(), number);
                  }
                });
    report(sink);
  }

  private void scan(String text, Encoding encoding, BiConsumer<Marker, Encoding> sink) {
    ensureCapacity(text.length());
    MultiStringSearch.fold(text, folded);
    scan(folded, text.length(), (marker, _) -> sink.accept(marker, encoding));
  }

  private void ensureCapacity(int length) {
    if (folded.length < length) {
      folded = new char[Integer.highestOneBit(length) * 2];
    }
  }

  /** Leaves out markers that are part of another one. */
  private void report(BiConsumer<Marker, Integer> sink) {
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

  /** Sort key: by start, then the longest first. */
  private static long hit(int from, int length, int number) {
    return (long) from << 32 | (long) (Marker.LONGEST - length) << 22 | number;
  }
}
