package io.goldenpath.contract.isolation;

import io.goldenpath.redaction.MultiStringSearch;

/**
 * Marker: a text by which a user is known.
 *
 * @param text The text, in small letters.
 * @param kind What it is.
 * @param owner Position of its user in the group.
 */
record Marker(String text, Kind kind, int owner) {

  /** Nobody who takes part: it was a code of a session before this run. */
  static final int NO_OWNER = -1;

  /** Shorter ones are met by chance, but for e-mail addresses. */
  static final int SHORTEST = 8;

  static final int LONGEST = 256;

  /** A shorter number, hexadecimal or not, is met in times and other ids. */
  private static final int LEAST_DIGITS = 16;

  enum Kind {
    CODE("code"),
    EMAIL("e-mail address"),
    ID("id");

    private final String label;

    Kind(String word) {
      this.label = word;
    }

    /** What it is called in a sentence. */
    String label() {
      return label;
    }
  }

  /** What a text of a user is as a marker: only an address is one of less than eight letters. */
  static Marker of(String text, Kind kind, int owner) {
    Kind exact = kind == Kind.CODE ? Kind.CODE : text.indexOf('@') > 0 ? Kind.EMAIL : Kind.ID;
    return new Marker(new String(MultiStringSearch.folded(text)), exact, owner);
  }

  /** Whether it is worth a look: neither met by chance nor endless. */
  boolean isDistinctive() {
    boolean shortNumber =
        kind == Kind.ID && text.length() < LEAST_DIGITS && text.chars().allMatch(Marker::digit);
    return text.length() >= (kind == Kind.EMAIL ? 1 : SHORTEST)
        && text.length() <= LONGEST
        && !shortNumber;
  }

  private static boolean digit(int letter) {
    return Character.digit(letter, 16) >= 0;
  }

  int end(int from) {
    return from + text.length();
  }

  /** Whether it stands here on its own, and not inside a longer one. */
  boolean standsAlone(char[] in, int from, int length) {
    char before = from == 0 ? ' ' : in[from - 1];
    char after = end(from) >= length ? ' ' : in[end(from)];
    char second = end(from) + 1 >= length ? ' ' : in[end(from) + 1];
    return switch (kind) {
      case CODE -> true;
      case EMAIL ->
          !Character.isLetterOrDigit(before)
              && ".-_+%".indexOf(before) < 0
              && ends(after, second, "-");
      case ID -> {
        String joints = hasDigit() ? "" : "-_";
        yield !Character.isLetterOrDigit(before)
            && joints.indexOf(before) < 0
            && ends(after, second, joints);
      }
    };
  }

  /** A word may be part of a longer one where a number is not. */
  private boolean hasDigit() {
    return text.chars().anyMatch(Character::isDigit);
  }

  private static boolean ends(char after, char second, String joints) {
    return !Character.isLetterOrDigit(after)
        && joints.indexOf(after) < 0
        && !(after == '.' && Character.isLetterOrDigit(second));
  }
}
