package io.goldenpath.cases;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What a platform's tokens look like. */
@FunctionalInterface
interface TokenForm {

  Duration LIFE = Duration.ofMinutes(15);
  byte[] KEY = "only the platform of a test knows it".getBytes(StandardCharsets.UTF_8);

  PlatformToken issue(Object subject, Instant now);

  default TokenForm then(UnaryOperator<PlatformToken> change) {
    return (subject, now) -> change.apply(issue(subject, now));
  }

  static TokenForm jwt(Duration life) {
    return claims(life, (claims, _) -> claims);
  }

  /** A JWT with one claim said in another way. */
  static TokenForm claim(String name, BiFunction<Object, Instant, Object> change) {
    return claims(
        LIFE,
        (claims, now) ->
            JsonMaps.with(claims, name, change.apply(claims.getOrDefault(name, ""), now)));
  }

  static TokenForm claims(
      Duration life, BiFunction<Map<String, Object>, Instant, Map<String, Object>> change) {
    return (subject, now) -> {
      Map<String, Object> claims = new LinkedHashMap<>();
      claims.put("sub", subject);
      claims.put("iat", now.getEpochSecond());
      claims.put("exp", now.plus(life).getEpochSecond());
      claims.put("jti", UUID.randomUUID().toString());
      String payload = JsonMaps.text(change.apply(claims, now));
      return token(signed("{\"alg\":\"HS256\",\"typ\":\"JWT\"}", payload), now.plus(life));
    };
  }

  /** Three parts of which the second is this text. */
  static TokenForm payload(String payload) {
    return (_, now) ->
        token(
            signed("{\"alg\":\"HS256\"}", payload.replace("{id}", UUID.randomUUID().toString())),
            now.plus(LIFE));
  }

  static TokenForm opaque(Duration life) {
    return (_, now) -> token(UUID.randomUUID().toString().replace("-", ""), now.plus(life));
  }

  private static PlatformToken token(String text, Instant until) {
    return new PlatformToken(
        text, until, Integer.MAX_VALUE, Map.of("access_token", text, "token_type", "Bearer"));
  }

  private static String signed(String head, String payload) {
    String text =
        base64(head.getBytes(StandardCharsets.UTF_8))
            + "."
            + base64(payload.getBytes(StandardCharsets.UTF_8));
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
      return text + "." + base64(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
