package io.goldenpath.contract.isolation;

import java.util.List;

/** Marker in a user's frames, given by position; several where it is split over them. */
record MarkerMatch(Marker marker, Encoding encoding, List<Integer> positions) {

  enum Encoding {
    PLAIN(""),
    ESCAPED(", in an escaped form"),
    BASE64(", in base64"),
    SPLIT(", split over several frames"),
    /** Split, with a part that is a marker of its own, so that the rest may be chance. */
    CHANCE("");

    private final String suffix;

    Encoding(String words) {
      this.suffix = words;
    }

    String suffix() {
      return suffix;
    }
  }
}
