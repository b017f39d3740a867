package io.goldenpath.journey.login;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Instant;
import java.util.Date;

/** Makes tokens as a platform would. */
public final class JwtMaker {

  private JwtMaker() {}

  static String hs256(String key, String subject, Instant expires) {
    return sign(
        key,
        new JWTClaimsSet.Builder().subject(subject).expirationTime(Date.from(expires)).build());
  }

  public static String sign(String key, JWTClaimsSet claims) {
    return signed(key, claims.toString());
  }

  /** Of claims in JSON, whatever their types. */
  static String signed(String key, String claims) {
    JWSObject token = new JWSObject(new JWSHeader(JWSAlgorithm.HS256), new Payload(claims));
    try {
      token.sign(new MACSigner(key));
    } catch (JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
    return token.serialize();
  }
}
