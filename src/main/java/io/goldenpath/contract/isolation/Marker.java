package io.goldenpath.contract.isolation;

import io.goldenpath.redaction.MultiStringSearch;

/**
 * Marker: a lower-case text by which a user is known.
 *
 * @param owner Position of its user in the group, or {@link #NO_OWNER}.
 */
record Marker(String text, Kind kind, int owner) {

  /** Owner of codes of sessions before this run. */
  static final int NO_OWNER = -1;

  /** Shorter ones occur by chance, except e-mail addresses. */
  static final int SHORTEST = 8;

  static final int LONGEST = 256;

  /** Shorter numbers, hexadecimal too, occur in times and other ids. */
  private static final int LEAST_DIGITS = 16;

  enum Kind {
    CODE("code"),
    EMAIL("e-mail address"),
    ID("id");

    private final String label;

    Kind(String word) {
      this.label = word;
    }

    String label() {
      return label;
    }
  }

  /** The text decides between address and id, for a subject may be an address. */
  static Marker of(String text, Kind kind, int owner) {
    Kind exact = kind == Kind.CODE ? Kind.CODE : text.indexOf('@') > 0 ? Kind.EMAIL : Kind.ID;
    return new Marker(new String(MultiStringSearch.folded(text)), exact, owner);
  }

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

  boolean standsAlone(char[] in, int from, int length) {
    char before = from == 0 ? ' ' : in[from - 1];
    char after = end(from) >= length ? ' ' : in[end(from)];
    char second = end(from) + 1 >= length ? ' ' : in[end(from) + 1];
    String joints = hasDigit() ? "" : "-_";
    return switch (kind) {
      case CODE -> true;
      case EMAIL -> !joins(before, ".-_+%") && ends(after, second, "-");
      case ID -> !joins(before, joints) && ends(after, second, joints);
    };
  }

  /** An id of letters only may be part of a hyphenated word. */
  private boolean hasDigit() {
    return text.chars().anyMatch(Character::isDigit);
  }

  private static boolean joins(char neighbour, String joints) {
    return Character.isLetterOrDigit(neighbour) || joints.indexOf(neighbour) >= 0;
  }

  private static boolean ends(char after, char second, String joints) {
    return !joins(after, joints) && !(after == '.' && Character.isLetterOrDigit(second));
  }
}
