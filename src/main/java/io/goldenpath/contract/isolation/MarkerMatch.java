package io.goldenpath.contract.isolation;

import java.util.List;

/**
 * Marker in what a user received.
 *
 * @param marker Whose it is.
 * @param encoding How it is written.
 * @param positions Which of the user's frames it is in, several where it is split over them.
 */
record MarkerMatch(Marker marker, Encoding encoding, List<Integer> positions) {

  /** How a marker is written. */
  enum Encoding {
    PLAIN(""),
    ESCAPED(", in an escaped form"),
    BASE64(", in base64"),
    SPLIT(", split over several frames");

    private final String suffix;

    Encoding(String words) {
      this.suffix = words;
    }

    /** How it is put at the end of a sentence. */
    String suffix() {
      return suffix;
    }
  }
}
