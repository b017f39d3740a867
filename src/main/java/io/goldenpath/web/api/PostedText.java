package io.goldenpath.web.api;

import io.goldenpath.redaction.PrintableText;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Reads a text of a posted body: not blank, not too long, and nothing that a page cannot show. */
final class PostedText {

  static final int LONGEST = 200;

  private PostedText() {}

  /** On one line. */
  static String of(String name, @Nullable String value) {
    String text = value == null ? "" : value.replaceAll("[\\r\\n\\t]+", " ").strip();
    if (text.isEmpty() || text.length() > LONGEST || !PrintableText.of(text).equals(text)) {
      throw ApiProblems.of(
          HttpStatus.BAD_REQUEST,
          "%s: expected a printable text of 1 to %d characters".formatted(name, LONGEST));
    }
    return text;
  }
}
