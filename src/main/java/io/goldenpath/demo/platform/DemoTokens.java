package io.goldenpath.demo.platform;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import io.goldenpath.demo.script.DemoAccount;
import java.security.SecureRandom;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Issues, checks and revokes the platform's tokens: HS256, with a key made at the start. */
public final class DemoTokens {

  public static final Duration LIFETIME = Duration.ofMinutes(15);

  private static final int MOST_REVOKED = 10_000;
  private static final Token GARBAGE = new Token("", "", RefusalReason.GARBAGE);

  private final byte[] key = new byte[32];
  private final InstantSource time;
  private final LinkedHashSet<String> revoked = new LinkedHashSet<>();

  /** Token as read: an unreadable one has a blank subject and id, a good one has no flaw. */
  public record Token(String subject, String id, @Nullable RefusalReason flaw) {}

  public DemoTokens(InstantSource time) {
    this.time = time;
    new SecureRandom().nextBytes(key);
  }

  public String issue(DemoAccount account) {
    return issue(account, time.instant());
  }

  public String issue(DemoAccount account, Instant at) {
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

  public Token read(String token) {
    try {
      JWSObject parsed = JWSObject.parse(token);
      Map<String, Object> claims = parsed.getPayload().toJSONObject();
      if (claims == null || !(claims.get("sub") instanceof String subject)) {
        return GARBAGE;
      }
      String id = String.valueOf(claims.get("jti"));
      return new Token(subject, id, flaw(parsed, claims, id));
    } catch (ParseException | JOSEException ex) {
      return GARBAGE;
    }
  }

  public void revoke(Token token) {
    synchronized (revoked) {
      revoked.add(token.id());
      if (revoked.size() > MOST_REVOKED) {
        revoked.removeFirst();
      }
    }
  }

  /** An expired token counts as expired, whoever has signed it. */
  private @Nullable RefusalReason flaw(JWSObject parsed, Map<String, Object> claims, String id)
      throws JOSEException {
    if (!(claims.get("exp") instanceof Number exp)
        || exp.longValue() <= time.instant().getEpochSecond()) {
      return RefusalReason.EXPIRED;
    }
    if (!parsed.getHeader().getAlgorithm().equals(JWSAlgorithm.HS256)
        || !parsed.verify(new MACVerifier(key))) {
      return RefusalReason.FOREIGN;
    }
    synchronized (revoked) {
      return revoked.contains(id) ? RefusalReason.REVOKED : null;
    }
  }
}
