package io.goldenpath.journey.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.goldenpath.journey.login.IssuedToken;
import io.goldenpath.journey.login.JwtMaker;
import io.goldenpath.journey.run.RunContext;
import io.goldenpath.model.probe.JourneySpec.BadToken;
import io.goldenpath.model.target.Login;
import io.goldenpath.model.target.Secret;
import io.goldenpath.model.time.Stopwatch;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BadTokensTests {

  private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
  private static final String KEY = "0123456789abcdef0123456789abcdef";
  private static final JWTClaimsSet CLAIMS =
      new JWTClaimsSet.Builder()
          .subject("user-1")
          .claim("roles", "chat")
          .issueTime(Date.from(NOW.minusSeconds(60)))
          .expirationTime(Date.from(NOW.plusSeconds(840)))
          .build();

  private final BadTokens tokens = tokens(new Login.StaticToken("sub"), Map.of());

  @Test
  void anExpiredTokenIsTheUsersOwnGrownOld() throws Exception {
    SignedJWT expired = made(BadToken.EXPIRED, signed(JWSAlgorithm.HS256, new MACSigner(KEY)));

    JWTClaimsSet claims = expired.getJWTClaimsSet();
    assertThat(claims.getExpirationTime().toInstant()).isEqualTo(NOW.minusSeconds(300));
    assertThat(claims.getIssueTime().toInstant()).isEqualTo(NOW.minusSeconds(1200));
    assertThat(claims.getSubject()).isEqualTo("user-1");
    assertThat(claims.getStringClaim("roles")).isEqualTo("chat");
    assertThat(expired.getHeader().getKeyID()).isEqualTo("key-1");
  }

  @Test
  void anExpiredTokenIsWellSignedWhereTheKeyIsOurs() throws Exception {
    Login own =
        new Login.SelfSignedJwt(
            claims -> Secret.of(JwtMaker.sign(KEY, parsed(claims))),
            Duration.ofMinutes(5),
            Secret.of("{}"),
            "sub");
    Secret expired =
        tokens(own, Map.of())
            .make(BadToken.EXPIRED, signed(JWSAlgorithm.HS256, new MACSigner(KEY)))
            .orElseThrow();

    SignedJWT token = SignedJWT.parse(expired.reveal());
    assertThat(token.verify(new MACVerifier(KEY))).isTrue();
    assertThat(token.getJWTClaimsSet().getExpirationTime().toInstant()).isBefore(NOW);
  }

  @Test
  void aForeignTokenHasTheSameClaimsAndAnothersSignature() throws Exception {
    SignedJWT hmac = made(BadToken.FOREIGN, signed(JWSAlgorithm.HS256, new MACSigner(KEY)));
    RSAKey rsa = new RSAKeyGenerator(2048).generate();
    SignedJWT rs256 = made(BadToken.FOREIGN, signed(JWSAlgorithm.RS256, new RSASSASigner(rsa)));
    ECKey curve = new ECKeyGenerator(Curve.P_256).generate();
    SignedJWT es256 = made(BadToken.FOREIGN, signed(JWSAlgorithm.ES256, new ECDSASigner(curve)));

    assertThat(hmac.verify(new MACVerifier(KEY))).isFalse();
    assertThat(rs256.verify(new RSASSAVerifier(rsa))).isFalse();
    assertThat(es256.verify(new ECDSAVerifier(curve))).isFalse();
    for (SignedJWT token : new SignedJWT[] {hmac, rs256, es256}) {
      assertThat(token.getJWTClaimsSet().getClaims()).isEqualTo(CLAIMS.getClaims());
    }
    assertThat(rs256.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.RS256);
  }

  @Test
  void garbageIsNoToken() {
    String garbage = tokens.make(BadToken.GARBAGE, IssuedToken.GUEST).orElseThrow().reveal();

    assertThat(garbage).matches("garbage-[a-z]{32}");
  }

  @Test
  void makesNothingOfATokenThatCannotBeRead() {
    IssuedToken opaque = IssuedToken.opaque(Secret.of("an-opaque-token"));

    assertThat(tokens.make(BadToken.EXPIRED, opaque)).isEmpty();
    assertThat(tokens.make(BadToken.FOREIGN, opaque)).isEmpty();
    assertThat(tokens.make(BadToken.NONE, opaque)).contains(Secret.of(""));
  }

  @Test
  void takesThoseThatAreGiven() {
    Secret old = Secret.of("an-old-token");
    BadTokens given = tokens(new Login.StaticToken("sub"), Map.of(BadToken.EXPIRED, old));

    assertThat(given.make(BadToken.EXPIRED, IssuedToken.GUEST)).contains(old);
  }

  private SignedJWT made(BadToken kind, IssuedToken own) throws Exception {
    return SignedJWT.parse(tokens.make(kind, own).orElseThrow().reveal());
  }

  private static IssuedToken signed(JWSAlgorithm algorithm, JWSSigner signer) throws Exception {
    SignedJWT token =
        new SignedJWT(new JWSHeader.Builder(algorithm).keyID("key-1").build(), CLAIMS);
    token.sign(signer);
    return new IssuedToken(Secret.of(token.serialize()), "user-1", null, null);
  }

  private static JWTClaimsSet parsed(String claims) {
    try {
      return JWTClaimsSet.parse(claims);
    } catch (ParseException broken) {
      throw new IllegalArgumentException(broken);
    }
  }

  private static BadTokens tokens(Login login, Map<BadToken, Secret> given) {
    return new BadTokens(
        login, given, new RunContext.Clocks(() -> NOW, Stopwatch.SYSTEM, new Random(7)));
  }
}
