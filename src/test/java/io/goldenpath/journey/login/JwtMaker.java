package io.goldenpath.journey.login;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
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
    SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
    try {
      token.sign(new MACSigner(key));
    } catch (JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
    return token.serialize();
  }
}
