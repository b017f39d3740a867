package io.goldenpath.cases;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** Claims that only the platform itself has to like. */
final class TokenClaimCases {

  private TokenClaimCases() {}

  static Stream<PlatformCase> cases() {
    return Stream.of(ends(), others(), clocks()).flatMap(group -> group);
  }

  private static Stream<PlatformCase> ends() {
    return Stream.of(
        exp("jwt-exp-string", (end, _) -> end.toString()),
        form("jwt-exp-ms", shortMillis()).runs(3),
        exp("jwt-exp-ms-long", (end, _) -> ((Long) end) * 1000)
            .runs(2)
            .expect(Expected.passes().logins(1)),
        exp("jwt-exp-us", (end, _) -> ((Long) end) * 1_000_000),
        exp("jwt-exp-ms-string", (end, _) -> end + "000"),
        exp("jwt-exp-fraction", (end, _) -> end + ".25"),
        exp("jwt-exp-double", (end, _) -> ((Long) end) + 0.5),
        exp("jwt-exp-date", (_, now) -> now.plus(TokenForm.LIFE).toString()),
        exp("jwt-exp-garbage", (_, _) -> "tomorrow"),
        exp("jwt-exp-empty", (_, _) -> ""),
        exp("jwt-exp-object", (end, _) -> Map.of("seconds", end)),
        exp("jwt-exp-list", (end, _) -> List.of(end)),
        exp("jwt-exp-true", (_, _) -> true),
        exp("jwt-exp-lifetime", (_, _) -> 900),
        exp("jwt-exp-0", (_, _) -> 0).runs(2),
        exp("jwt-exp-negative", (_, _) -> -1),
        exp("jwt-exp-past", (_, now) -> now.minusSeconds(7200).getEpochSecond()).runs(2),
        exp("jwt-exp-year-9999", (_, _) -> 253402300799L),
        exp("jwt-exp-beyond-long", (_, _) -> new BigInteger("99999999999999999999")),
        form(
            "jwt-exp-absent",
            TokenForm.claims(TokenForm.LIFE, (all, _) -> JsonMaps.without(all, "exp"))));
  }

  private static Stream<PlatformCase> others() {
    return Stream.of(
        form(
            "jwt-iat-future",
            TokenForm.claim("iat", (_, now) -> now.plusSeconds(300).getEpochSecond())),
        form("jwt-iat-string", TokenForm.claim("iat", (iat, _) -> iat.toString())),
        form("jwt-iat-date", TokenForm.claim("iat", (_, now) -> now.toString())),
        form(
            "jwt-nbf-future",
            TokenForm.claim("nbf", (_, now) -> now.plusSeconds(300).getEpochSecond())),
        form("jwt-nbf-garbage", TokenForm.claim("nbf", (_, _) -> "now")),
        form(
            "jwt-sub-absent",
            TokenForm.claims(TokenForm.LIFE, (all, _) -> JsonMaps.without(all, "sub"))),
        form("jwt-sub-object", TokenForm.claim("sub", (id, _) -> Map.of("id", id))),
        form("jwt-aud-number", TokenForm.claim("aud", (_, _) -> 7)),
        form("jwt-iss-list", TokenForm.claim("iss", (_, _) -> List.of("a", "b"))),
        form("jwt-long", TokenForm.claim("roles", (_, _) -> "chat ".repeat(800))),
        form("jwt-payload-text", TokenForm.payload("just a text {id}")),
        form("jwt-payload-list", TokenForm.payload("[\"{id}\"]")),
        form("jwt-payload-empty", TokenForm.payload("{\"jti\":\"{id}\"}")),
        form(
            "jwt-two-parts",
            TokenForm.jwt(TokenForm.LIFE).then(TokenClaimCases::withoutSignature)));
  }

  private static Stream<PlatformCase> clocks() {
    return Stream.of(
        clock("clock-behind", Duration.ofSeconds(-400))
            .expect(Expected.tells("clocks differ by 40")),
        clock("clock-behind-a-day", Duration.ofDays(-1)).expect(Expected.tells("clock")),
        clock("clock-ahead", Duration.ofSeconds(400)),
        clock("clock-near", Duration.ofSeconds(-3)),
        clock("clock-behind-no-date", Duration.ofSeconds(-400))
            .that(good -> good.login(reply -> reply.without("Date"))),
        PlatformCase.of("old-token")
            .that(good ->
                good.token((subject, now) ->
                    TokenForm.jwt(Duration.ofMinutes(5)).issue(subject, now.minusSeconds(400))))
            .expect(Expected.fails("token_invalid", "connect")));
  }

  /** Its end has come when the last run begins. */
  private static TokenForm shortMillis() {
    Duration life = Duration.ofMillis(900);
    return TokenForm.claims(
        life, (claims, now) -> JsonMaps.with(claims, "exp", now.plus(life).toEpochMilli()));
  }

  private static PlatformToken withoutSignature(PlatformToken token) {
    String text = token.text().substring(0, token.text().lastIndexOf('.'));
    return new PlatformToken(
        text, token.until(), token.uses(), JsonMaps.with(token.reply(), "access_token", text));
  }

  private static PlatformCase exp(String name, BiFunction<Object, Instant, Object> end) {
    return form(name, TokenForm.claim("exp", end));
  }

  private static PlatformCase form(String name, TokenForm form) {
    return PlatformCase.of(name).that(good -> good.token(form));
  }

  private static PlatformCase clock(String name, Duration shift) {
    return PlatformCase.of(name)
        .that(good -> good.clockShift(shift).token(TokenForm.jwt(Duration.ofMinutes(5))));
  }
}
