package io.goldenpath.web.api;

import io.goldenpath.redaction.PrintableText;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Reads texts and times of a posted body, and says what it expects instead. */
final class PostedText {

  static final int LONGEST = 200;

  private PostedText() {}

  /** Neither blank nor too long, on one line, and nothing that a page cannot show. */
  static String of(String name, @Nullable String value) {
    String text = value == null ? "" : value.replaceAll("[\\r\\n\\t]+", " ").strip();
    if (text.isEmpty() || text.length() > LONGEST || !PrintableText.of(text).equals(text)) {
      throw ApiProblems.of(
          HttpStatus.BAD_REQUEST,
          "%s: expected a printable text of 1 to %d characters".formatted(name, LONGEST));
    }
    return text;
  }

  /** With its zone, and within what every database can keep; null where none is given. */
  static @Nullable Instant time(String name, @Nullable String value) {
    return value == null
        ? null
        : moment(value)
            .orElseThrow(() ->
                ApiProblems.of(
                    HttpStatus.BAD_REQUEST,
                    name + ": expected a time such as 2026-12-01T14:00:00Z"));
  }

  private static Optional<Instant> moment(String value) {
    try {
      return Optional.of(OffsetDateTime.parse(value))
          .filter(at -> at.getYear() >= 1970 && at.getYear() <= 9999)
          .map(OffsetDateTime::toInstant);
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }
}
