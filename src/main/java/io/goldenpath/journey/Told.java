package io.goldenpath.journey;

import io.goldenpath.probe.Login;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What the reply to a login says beside the token.
 *
 * @param subject Id of the user; null where it is not asked for.
 * @param expires End of the token; null where it is not asked for.
 * @param missing Pointer to what should be there and is not; null where all is.
 */
record Told(@Nullable String subject, @Nullable Instant expires, @Nullable String missing) {

  /** Seconds below this are a lifetime, above it a date; ten times that much are milliseconds. */
  private static final long DATE = Duration.ofDays(3650).toSeconds();

  private static final long MILLIS = 100_000_000_000L;

  static Told by(Reply reply, Login.Whose whose, Instant now) {
    Optional<String> subject =
        Optional.ofNullable(whose.subjectAt()).flatMap(pointer -> text(reply.at(pointer)));
    Optional<Instant> expires =
        Optional.ofNullable(whose.expiresAt())
            .flatMap(pointer -> text(reply.at(pointer)))
            .flatMap(text -> end(text, now));
    String missing =
        whose.subjectAt() != null && subject.isEmpty()
            ? whose.subjectAt()
            : whose.expiresAt() != null && expires.isEmpty() ? whose.expiresAt() : null;
    return new Told(subject.orElse(null), expires.orElse(null), missing);
  }

  private static Optional<String> text(JsonNode node) {
    return node.isValueNode() && !node.isNull() ? Optional.of(node.asString()) : Optional.empty();
  }

  /** A date, or a lifetime in seconds. */
  private static Optional<Instant> end(String text, Instant now) {
    try {
      double number = Double.parseDouble(text);
      if (number >= MILLIS) {
        return Optional.of(Instant.ofEpochMilli((long) number));
      }
      return Optional.of(
          number >= DATE
              ? Instant.ofEpochSecond((long) number)
              : now.plusMillis((long) (number * 1000)));
    } catch (NumberFormatException _) {
      return date(text);
    }
  }

  private static Optional<Instant> date(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }
}
