package io.goldenpath.contract.isolation;

import io.goldenpath.contract.isolation.MarkerMatch.Encoding;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Scanner for markers that are split over the same field of several frames. */
final class SplitMarkerScanner {

  /** Of one user; further fields are not followed. */
  private static final int FIELDS = 256;

  /** Letters of a field that are read at once. */
  private static final int BLOCK = 1 << 16;

  private final MarkerIndex markers;
  private final MarkerScanner scanner;
  private final Consumer<MarkerMatch> sink;
  private final Map<Integer, FieldText> byField = new HashMap<>();

  SplitMarkerScanner(MarkerIndex markers, MarkerScanner scanner, Consumer<MarkerMatch> sink) {
    this.markers = markers;
    this.scanner = scanner;
    this.sink = sink;
  }

  /** Texts of a field in one, with the frame's position by the start of each. */
  private record FieldText(StringBuilder letters, TreeMap<Integer, Integer> frames) {}

  void scanFrame(String raw, int position) {
    JsonStringScanner.scan(
        raw,
        (text, field) -> {
          if (byField.size() < FIELDS || byField.containsKey(field)) {
            add(Unescaper.json(text), position, field);
          }
        });
  }

  private void add(String plain, int position, int number) {
    FieldText field =
        byField.computeIfAbsent(number, _ -> new FieldText(new StringBuilder(), new TreeMap<>()));
    field.frames().put(field.letters().length(), position);
    field.letters().append(plain);
    int read = field.letters().length() - markers.longest() - 2;
    if (read > BLOCK) {
      scan(field, read);
      FieldText rest = new FieldText(field.letters().delete(0, read), new TreeMap<>());
      field
          .frames()
          .tailMap(field.frames().headMap(read, true).lastKey())
          .forEach((start, frame) -> rest.frames().put(Math.max(0, start - read), frame));
      byField.put(number, rest);
    }
  }

  /** Reads what is left of the fields. */
  void finish() {
    byField.values().forEach(field -> scan(field, field.letters().length()));
  }

  /** Reports what begins before {@code end}. */
  private void scan(FieldText field, int end) {
    scanner.scan(
        field.letters().toString(),
        (marker, from) -> {
          SortedMap<Integer, Integer> parts =
              field.frames().subMap(field.frames().headMap(from, true).lastKey(), marker.end(from));
          if (from < end && parts.size() > 1) {
            boolean chance =
                parts.keySet().stream().skip(1).anyMatch(cut -> isMarkerPart(marker, cut - from));
            sink.accept(
                new MarkerMatch(
                    marker,
                    chance ? Encoding.CHANCE : Encoding.SPLIT,
                    List.copyOf(parts.values())));
          }
        });
  }

  private boolean isMarkerPart(Marker marker, int cut) {
    return markers.contains(marker.text().substring(0, cut))
        || markers.contains(marker.text().substring(cut));
  }
}
