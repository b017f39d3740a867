package io.goldenpath.journey.login;

import io.goldenpath.model.target.Login;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Subject and expiry in the reply to a login, null where they are not there.
 *
 * @param missing Pointer of the one that should be there and is not; null where all is.
 */
record ReplyClaims(@Nullable String subject, @Nullable Instant expires, @Nullable String missing) {

  /** Seconds below this are a lifetime, above it a date; ten times that much are milliseconds. */
  private static final long SMALLEST_DATE = Duration.ofDays(3650).toSeconds();

  private static final long SMALLEST_MILLIS = 100_000_000_000L;

  static ReplyClaims read(ParsedReply reply, Login.TokenMetadata tokenMetadata, Instant now) {
    String subject = at(tokenMetadata.subjectPointer(), reply);
    String expiry = at(tokenMetadata.expiryPointer(), reply);
    Instant expires = expiry == null ? null : expiry(expiry, now).orElse(null);
    String missing =
        subject == null && tokenMetadata.subjectPointer() != null
            ? tokenMetadata.subjectPointer()
            : expires == null ? tokenMetadata.expiryPointer() : null;
    return new ReplyClaims(subject, expires, missing);
  }

  private static @Nullable String at(@Nullable String pointer, ParsedReply reply) {
    return pointer == null ? null : reply.text(pointer).orElse(null);
  }

  private static Optional<Instant> expiry(String text, Instant now) {
    try {
      double number = Double.parseDouble(text);
      if (number >= SMALLEST_MILLIS) {
        return Optional.of(Instant.ofEpochMilli((long) number));
      }
      return Optional.of(
          number >= SMALLEST_DATE
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
