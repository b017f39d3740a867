package io.goldenpath.demo;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import java.security.SecureRandom;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Issues and checks the platform's tokens: HS256, with a key that is made at the start. */
final class Tokens {

  static final Duration LIFETIME = Duration.ofMinutes(15);

  private final byte[] key = new byte[32];
  private final InstantSource time;

  Tokens(InstantSource time) {
    this.time = time;
    new SecureRandom().nextBytes(key);
  }

  String issue(DemoAccount account) {
    return issue(account, time.instant());
  }

  /** A token that ran out a minute ago. */
  String stale(DemoAccount account) {
    return issue(account, time.instant().minus(LIFETIME).minusSeconds(60));
  }

  /** A token that another service has signed, with a key of its own. */
  String foreign(DemoAccount account) {
    return new Tokens(time).issue(account);
  }

  private String issue(DemoAccount account, Instant at) {
    Map<String, Object> claims =
        Map.of(
            "sub", account.id(),
            "email", account.email(),
            "iat", at.getEpochSecond(),
            "exp", at.plus(LIFETIME).getEpochSecond(),
            "jti", UUID.randomUUID().toString());
    JWSObject token = new JWSObject(new JWSHeader(JWSAlgorithm.HS256), new Payload(claims));
    try {
      token.sign(new MACSigner(key));
    } catch (JOSEException ex) {
      throw new IllegalStateException("a key of 32 bytes signs HS256", ex);
    }
    return token.serialize();
  }

  /** The subject of a token that is ours and has not expired. */
  Optional<String> subject(String token) {
    try {
      JWSObject parsed = JWSObject.parse(token);
      if (!parsed.getHeader().getAlgorithm().equals(JWSAlgorithm.HS256)
          || !parsed.verify(new MACVerifier(key))) {
        return Optional.empty();
      }
      return subject(parsed.getPayload().toJSONObject());
    } catch (ParseException | JOSEException ex) {
      return Optional.empty();
    }
  }

  private Optional<String> subject(Map<String, Object> claims) {
    boolean alive =
        claims.get("exp") instanceof Number exp
            && exp.longValue() > time.instant().getEpochSecond();
    return alive && claims.get("sub") instanceof String subject
        ? Optional.of(subject)
        : Optional.empty();
  }
}
