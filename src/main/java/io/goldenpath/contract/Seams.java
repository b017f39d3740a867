package io.goldenpath.contract;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Looks for markers that are split over frames which say something in the same field. */
final class Seams {

  /** So many fields of one user are followed. */
  private static final int FIELDS = 256;

  private final Markers markers;
  private final Lookout lookout;
  private final Sink sink;
  private final Map<Integer, Seam> byField = new HashMap<>();

  Seams(Markers markers, Lookout lookout, Sink sink) {
    this.markers = markers;
    this.lookout = lookout;
    this.sink = sink;
  }

  interface Sink {

    /**
     * A marker was said in parts.
     *
     * @param places where the parts are, at least two
     * @param chance whether one of the parts is a marker of its own, so that the rest may be chance
     */
    void split(Marker marker, List<Integer> places, boolean chance);
  }

  /** Reads a frame's texts on from what their fields said before. */
  void read(String raw, int place) {
    JsonTexts.of(
        raw,
        (field, from, to) -> {
          Seam seam =
              byField.size() < FIELDS
                  ? byField.computeIfAbsent(field, _ -> new Seam(markers.longest()))
                  : byField.get(field);
          if (seam != null && !seam.stale(raw, from, to)) {
            String plain = Unescape.json(seam.last());
            seam.lay(plain);
            look(seam, place, false);
            seam.sew(plain, place);
          }
        });
  }

  /** Nothing follows any more. */
  void end() {
    byField
        .values()
        .forEach(seam -> {
          seam.lay("");
          look(seam, -1, true);
        });
  }

  /** A marker that ends where the text ends may be part of a longer one, until more is known. */
  private void look(Seam seam, int place, boolean last) {
    if (seam.held() == 0) {
      return;
    }
    lookout.look(
        seam.letters(),
        seam.length(),
        (marker, from) -> {
          int to = marker.end(from);
          if (to >= seam.held() && (last || to < seam.length())) {
            List<Integer> places = seam.places(from, to, place);
            if (places.size() > 1) {
              sink.split(marker, places, seam.cuts(from, to).anyMatch(cut -> whole(marker, cut)));
            }
          }
        });
  }

  private boolean whole(Marker marker, int cut) {
    return markers.holds(marker.text().substring(0, cut))
        || markers.holds(marker.text().substring(cut));
  }
}
