package io.goldenpath.contract.isolation;

import io.goldenpath.contract.isolation.MarkerMatch.Encoding;
import io.goldenpath.redaction.MultiStringSearch;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;

/** Scanner for markers in any encoding, in time linear in the text. */
final class MarkerScanner {

  /** Texts that are escaped more often are not decoded fully. */
  private static final int ESCAPE_LAYERS = 3;

  private static final int MAX_HITS = 4_096;

  private static final Comparator<Hit> COVERING_FIRST =
      Comparator.comparingInt(Hit::from)
          .thenComparing(Comparator.comparingInt(Hit::end).reversed());

  private final MarkerIndex markers;
  private final List<Hit> hits = new ArrayList<>();
  private long work;

  MarkerScanner(MarkerIndex markers) {
    this.markers = markers;
  }

  private record Hit(Marker marker, int from) {

    int end() {
      return marker.end(from);
    }
  }

  /** Letters read and positions looked at so far, for a test of the cost. */
  long work() {
    return work;
  }

  /** Reports the recipient's own markers too. */
  void scanText(String raw, BiConsumer<Marker, Encoding> sink) {
    scan(raw, (marker, _) -> sink.accept(marker, Encoding.PLAIN));
    String plain = raw;
    for (int layer = 0; layer < ESCAPE_LAYERS; layer++) {
      String bare = Unescaper.removeLayer(plain);
      if (bare.equals(plain)) {
        break;
      }
      plain = bare;
      scan(plain, (marker, _) -> sink.accept(marker, Encoding.ESCAPED));
    }
    Charset charset = markers.beyondAscii() ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
    Unescaper.base64(plain)
        .map(bytes -> new String(bytes, charset))
        .forEach(text -> scan(text, (marker, _) -> sink.accept(marker, Encoding.BASE64)));
  }

  /** Reports each marker with its start. */
  void scan(String text, BiConsumer<Marker, Integer> sink) {
    char[] letters = MultiStringSearch.folded(text);
    work += letters.length;
    work +=
        markers
            .index()
            .find(
                letters,
                (number, from) -> {
                  Marker marker = markers.at(number);
                  if (marker.standsAlone(letters, from, letters.length)) {
                    if (hits.size() == MAX_HITS) {
                      report(sink);
                    }
                    hits.add(new Hit(marker, from));
                  }
                });
    report(sink);
  }

  /** Leaves out markers that are part of another one. */
  private void report(BiConsumer<Marker, Integer> sink) {
    hits.sort(COVERING_FIRST);
    int covered = 0;
    for (Hit hit : hits) {
      if (hit.end() > covered) {
        covered = hit.end();
        sink.accept(hit.marker(), hit.from());
      }
    }
    hits.clear();
  }
}
