package io.goldenpath.notify.receiver;

/** Texts within the limits that services have. */
final class BoundedText {

  private BoundedText() {}

  /** At most so many UTF-16 units, never half a character; an ellipsis marks what was cut. */
  static String of(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = most - 1;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
  }
}
