package io.goldenpath.contract;

/**
 * A text by which a user is known.
 *
 * @param text The text, in small letters.
 * @param kind What it is.
 * @param owner Place of its user in the company.
 */
record Marker(String text, Kind kind, int owner) {

  /** Nobody who takes part: it was a code of a session before this run. */
  static final int NOBODY = -1;

  /** Shorter ones are met by chance, but for e-mail addresses. */
  static final int SHORTEST = 8;

  static final int LONGEST = 256;

  enum Kind {
    CODE("code"),
    EMAIL("e-mail address"),
    ID("id");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** What it is called in a sentence. */
    String word() {
      return word;
    }
  }

  /** What a text of a user is as a marker: only an address is one of less than eight letters. */
  static Marker of(String text, Kind kind, int owner) {
    Kind exact = kind == Kind.CODE ? Kind.CODE : text.indexOf('@') > 0 ? Kind.EMAIL : Kind.ID;
    return new Marker(folded(text), exact, owner);
  }

  static String folded(String text) {
    char[] letters = new char[text.length()];
    fold(text, letters);
    return new String(letters);
  }

  /** Small letters, each in the place of its own. */
  static void fold(String text, char[] letters) {
    text.getChars(0, text.length(), letters, 0);
    for (int i = 0; i < text.length(); i++) {
      char c = letters[i];
      if (c >= 'A') {
        letters[i] = c < 0x80 ? (c <= 'Z' ? (char) (c + 32) : c) : Character.toLowerCase(c);
      }
    }
  }

  /** Whether it is worth a look: neither met by chance nor endless. */
  boolean telling() {
    return text.length() >= (kind == Kind.EMAIL ? 1 : SHORTEST) && text.length() <= LONGEST;
  }

  int end(int from) {
    return from + text.length();
  }

  /** Whether it stands here on its own, and not inside a longer one. */
  boolean stands(char[] in, int from, int length) {
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
        String joints = numbered() ? "" : "-_";
        yield !Character.isLetterOrDigit(before)
            && joints.indexOf(before) < 0
            && ends(after, second, joints);
      }
    };
  }

  /** A word may be part of a longer one where a number is not. */
  private boolean numbered() {
    return text.chars().anyMatch(Character::isDigit);
  }

  private static boolean ends(char after, char second, String joints) {
    return !Character.isLetterOrDigit(after)
        && joints.indexOf(after) < 0
        && !(after == '.' && Character.isLetterOrDigit(second));
  }
}
