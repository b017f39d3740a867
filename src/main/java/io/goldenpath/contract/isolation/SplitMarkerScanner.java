package io.goldenpath.contract.isolation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** Scanner for markers that are split over the same field of several frames. */
final class SplitMarkerScanner {

  /** Of one user; further fields are not followed. */
  private static final int FIELDS = 256;

  private final MarkerIndex markers;
  private final MarkerScanner scanner;
  private final Sink sink;
  private final Map<Integer, FieldTail> byField = new HashMap<>();

  SplitMarkerScanner(MarkerIndex markers, MarkerScanner scanner, Sink sink) {
    this.markers = markers;
    this.scanner = scanner;
    this.sink = sink;
  }

  interface Sink {

    /**
     * Callback for a marker that is split.
     *
     * @param positions where the parts are, at least two
     * @param chance whether one of the parts is a marker of its own, so that the rest may be chance
     */
    void split(Marker marker, List<Integer> positions, boolean chance);
  }

  void scanFrame(String raw, int position) {
    JsonStringScanner.scan(
        raw,
        (text, field) -> {
          FieldTail tail =
              byField.size() < FIELDS
                  ? byField.computeIfAbsent(field, _ -> new FieldTail(markers.longest()))
                  : byField.get(field);
          if (tail != null && !tail.isRepeated(text)) {
            String plain = Unescaper.json(text);
            tail.append(plain, position);
            scan(tail, false);
            tail.commit(plain, position);
          }
        });
  }

  /** Reports the markers at the ends of fields, too. */
  void finish() {
    byField
        .values()
        .forEach(tail -> {
          tail.append("", -1);
          scan(tail, true);
        });
  }

  /** A marker at the end of a text may be part of a longer one, so it waits for more. */
  private void scan(FieldTail tail, boolean last) {
    if (tail.length() == 0) {
      return;
    }
    String text = tail.text();
    scanner.scan(
        text,
        (marker, from) -> {
          int to = marker.end(from);
          if (to >= tail.length() && (last || to < text.length())) {
            SortedMap<Integer, Integer> parts = tail.positions(from, to);
            if (parts.size() > 1) {
              sink.split(
                  marker,
                  List.copyOf(parts.values()),
                  parts.keySet().stream().skip(1).anyMatch(cut -> isMarkerPart(marker, cut)));
            }
          }
        });
  }

  private boolean isMarkerPart(Marker marker, int cut) {
    return markers.contains(marker.text().substring(0, cut))
        || markers.contains(marker.text().substring(cut));
  }
}
