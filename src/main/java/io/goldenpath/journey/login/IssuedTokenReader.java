package io.goldenpath.journey.login;

import io.goldenpath.model.target.Login.TokenMetadata;
import io.goldenpath.model.target.Secret;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.apache.hc.client5.http.utils.DateUtils;
import org.jspecify.annotations.Nullable;

/** Reads whose a token is and when it ends, by the platform's own clock where a reply tells it. */
final class IssuedTokenReader {

  private static final Duration LONGEST_LIFE = Duration.ofDays(3650);
  private static final Duration DATE_PRECISION = Duration.ofSeconds(1);
  private static final long SMALLEST_MILLIS = 100_000_000_000L;

  private final Instant now;
  private final Instant platformNow;
  private @Nullable Instant expires;
  private @Nullable String flaw;

  private IssuedTokenReader(Instant now, Instant platformNow) {
    this.now = now;
    this.platformNow = platformNow;
  }

  /** Reads a token that no login has issued. */
  static IssuedToken read(Secret token, String subjectClaim, InstantSource clock) {
    IssuedTokenReader reader = new IssuedTokenReader(clock.instant(), clock.instant());
    return reader.token(token, JwtClaims.of(token.reveal()), subjectClaim, null);
  }

  /** Believes the reply's {@code expires_in} first, then what is configured, then the token. */
  static IssuedToken read(
      Secret token, ParsedReply reply, TokenMetadata metadata, InstantSource clock) {
    Instant now = clock.instant();
    Instant date = reply.header("Date").map(DateUtils::parseStandardDate).orElse(null);
    IssuedTokenReader reader = new IssuedTokenReader(now, date == null ? now : date);
    reply.text("/expires_in").ifPresent(text -> reader.lifetime("expires_in", text));
    String pointer = metadata.expiryPointer();
    if (pointer != null) {
      reply
          .text(pointer)
          .ifPresentOrElse(
              text -> reader.lifetime(pointer, text),
              () -> reader.flawed("the login told no end of its token at " + pointer));
    }
    String at = metadata.subjectPointer();
    if (at != null) {
      reply
          .userProblem(at)
          .ifPresent(what -> reader.flawed("the user at %s is %s".formatted(at, what)));
    }
    String subject = at == null ? null : reply.user(at).orElse(null);
    return reader.token(token, JwtClaims.of(token.reveal()), metadata.subjectClaim(), subject);
  }

  private IssuedToken token(
      Secret token, JwtClaims claims, String subjectClaim, @Nullable String toldSubject) {
    if (!claims.readable()) {
      flawed("it looks like a JWT, and its claims cannot be read");
    }
    claims.text("exp").ifPresent(text -> believe("exp", text, end(text)));
    claims
        .subjectProblem(subjectClaim)
        .ifPresent(what -> flawed("its subject, %s, is %s".formatted(subjectClaim, what)));
    String subject = claims.subject(subjectClaim).orElse(toldSubject);
    return new IssuedToken(token, subject, expires, flaw);
  }

  private void lifetime(String name, String text) {
    double seconds = number(text);
    boolean lifetime = seconds >= 0 && seconds < LONGEST_LIFE.toSeconds();
    believe(
        name,
        text,
        lifetime ? Optional.of(platformNow.plusMillis((long) (seconds * 1000))) : end(text));
  }

  /** An end in the past, beyond ten years or in no known form is told, and counts for nothing. */
  private void believe(String name, String text, Optional<Instant> told) {
    if (told.isEmpty()) {
      flawed("its end at %s cannot be read".formatted(name));
      return;
    }
    Instant end = told.get();
    if (!end.isAfter(platformNow)) {
      flawed("it had already run out at %s (%s)".formatted(end, name));
    } else if (end.isAfter(platformNow.plus(LONGEST_LIFE))) {
      flawed("its end (%s: %s) lies beyond ten years".formatted(name, text));
    } else {
      Duration apart = Duration.between(platformNow, now);
      if (end.isBefore(now) && apart.compareTo(DATE_PRECISION) > 0) {
        flawed(
            "its end is past by our clock, for the clocks differ by %d s"
                .formatted(apart.toSeconds()));
      }
      expires = expires == null ? now.plus(Duration.between(platformNow, end)) : expires;
    }
  }

  private void flawed(String clause) {
    flaw = flaw == null ? clause : flaw + ", and " + clause;
  }

  private static Optional<Instant> end(String text) {
    double number = number(text);
    if (!Double.isNaN(number)) {
      double millis = number >= SMALLEST_MILLIS ? number : number * 1000;
      return Optional.of(Instant.ofEpochMilli((long) millis));
    }
    String date = text.strip();
    try {
      return Optional.of(OffsetDateTime.parse(date.replace(' ', 'T')).toInstant());
    } catch (DateTimeParseException _) {
      return utc(date);
    }
  }

  /** A date without an offset is meant in UTC. */
  private static Optional<Instant> utc(String date) {
    try {
      return Optional.of(LocalDateTime.parse(date.replace(' ', 'T')).toInstant(ZoneOffset.UTC));
    } catch (DateTimeParseException _) {
      return Optional.ofNullable(DateUtils.parseStandardDate(date));
    }
  }

  private static double number(String text) {
    try {
      return Double.parseDouble(text.strip());
    } catch (NumberFormatException _) {
      return Double.NaN;
    }
  }
}
