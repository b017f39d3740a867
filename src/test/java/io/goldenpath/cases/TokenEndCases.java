package io.goldenpath.cases;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** What the reply to the login says of the token's end, in all forms in which platforms do. */
final class TokenEndCases {

  private static final Duration LIFE = Duration.ofMinutes(20);

  private TokenEndCases() {}

  static Stream<PlatformCase> cases() {
    return Stream.of(dates(), numbers(), unreadable(), lifetimes()).flatMap(group -> group);
  }

  private static Stream<PlatformCase> dates() {
    return Stream.of(
        end("naive-expiry", written("yyyy-MM-dd HH:mm:ss")),
        end("naive-expiry-t", written("yyyy-MM-dd'T'HH:mm:ss")),
        end("naive-expiry-fraction", written("yyyy-MM-dd HH:mm:ss.SSSSSS")),
        end("naive-expiry-minutes", written("yyyy-MM-dd HH:mm")),
        end("expiry-space-zone", written("yyyy-MM-dd HH:mm:ssXXX")),
        end("expiry-space-utc", written("yyyy-MM-dd HH:mm:ss 'UTC'")),
        end("expiry-offset-no-colon", written("yyyy-MM-dd'T'HH:mm:ssZ")),
        end("expiry-iso", Instant::toString),
        end("expiry-http-date", written("EEE, dd MMM yyyy HH:mm:ss 'GMT'")),
        end("expiry-blanks", at -> " " + at + " "));
  }

  private static Stream<PlatformCase> numbers() {
    return Stream.of(
        end("expiry-seconds", Instant::getEpochSecond),
        end("expiry-seconds-text", at -> Long.toString(at.getEpochSecond())),
        end("expiry-ms", Instant::toEpochMilli),
        end("expiry-ms-text", at -> Long.toString(at.toEpochMilli())),
        end("expiry-us", at -> at.toEpochMilli() * 1000),
        end("expiry-lifetime", _ -> LIFE.toSeconds()),
        end("expiry-lifetime-text", _ -> Long.toString(LIFE.toSeconds())));
  }

  private static Stream<PlatformCase> unreadable() {
    return Stream.of(
        end("expiry-garbage", _ -> "tomorrow").expect(Expected.tells("/expires_at cannot be read")),
        end("expiry-object", at -> Map.of("at", at.toString()))
            .expect(Expected.tells("/expires_at")),
        end("expiry-true", _ -> true).expect(Expected.tells("/expires_at")),
        end("expiry-empty", _ -> "").expect(Expected.tells("/expires_at")),
        end("expiry-past", at -> at.minus(Duration.ofHours(3)).toString())
            .expect(Expected.tells("/expires_at")),
        end("expiry-year-3000", _ -> "3000-01-01T00:00:00Z").expect(Expected.tells("/expires_at")),
        form("expiry-absent", TokenForm.opaque(LIFE)).expect(Expected.tells("/expires_at")));
  }

  private static Stream<PlatformCase> lifetimes() {
    return Stream.of(
        life("expires-in", 1200),
        life("expires-in-text", "1200"),
        life("expires-in-fraction", 1199.5),
        life("expires-in-0", 0).expect(Expected.tells("already run out").logins(1)),
        life("expires-in-0-text", "0").expect(Expected.tells("already run out").logins(1)),
        life("expires-in-negative", -1).expect(Expected.tells("already run out").logins(1)),
        life("expires-in-garbage", "soon"),
        life("expires-in-huge", 99_999_999_999_999L),
        life("expires-in-date", Instant.now().plus(LIFE).getEpochSecond()),
        life("expires-in-object", Map.of("seconds", 1200)));
  }

  private static Function<Instant, Object> written(String pattern) {
    DateTimeFormatter format =
        DateTimeFormatter.ofPattern(pattern, Locale.US).withZone(ZoneOffset.UTC);
    return format::format;
  }

  private static PlatformCase end(String name, Function<Instant, Object> end) {
    return form(
        name,
        TokenForm.opaque(LIFE)
            .then(token -> token.telling("expires_at", end.apply(token.until()))));
  }

  private static PlatformCase form(String name, TokenForm form) {
    return PlatformCase.of(name)
        .with("login.expires-at", "/expires_at")
        .that(good -> good.token(form));
  }

  /** Two runs, so that a life that is misread shows as a second login or a stale token. */
  private static PlatformCase life(String name, Object life) {
    return PlatformCase.of(name)
        .runs(2)
        .that(good ->
            good.token(TokenForm.opaque(LIFE).then(token -> token.telling("expires_in", life))))
        .expect(Expected.passes());
  }
}
