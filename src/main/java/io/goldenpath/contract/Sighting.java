package io.goldenpath.contract;

import java.util.List;

/**
 * A marker in what a user heard.
 *
 * @param marker Whose it is.
 * @param spelling How it is written.
 * @param places Which of the user's frames it is in, several where it is split over them.
 */
record Sighting(Marker marker, Spelling spelling, List<Integer> places) {

  /** How a marker is written. */
  enum Spelling {
    PLAIN(""),
    ESCAPED(", in an escaped form"),
    BASE64(", in base64"),
    SPLIT(", split over several frames");

    private final String words;

    Spelling(String words) {
      this.words = words;
    }

    /** How it is told at the end of a sentence. */
    String words() {
      return words;
    }
  }
}
