package io.goldenpath.journey.refusal;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.goldenpath.journey.login.IssuedToken;
import io.goldenpath.journey.run.RunContext;
import io.goldenpath.model.probe.JourneySpec.BadToken;
import io.goldenpath.model.target.Login;
import io.goldenpath.model.target.Secret;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tokens that must be refused: configured, or made from the user's own. */
final class BadTokens {

  private static final Duration EXPIRED_SINCE = Duration.ofMinutes(5);
  private static final int GARBAGE_LENGTH = 32;

  private final Login login;
  private final Map<BadToken, Secret> given;
  private final RunContext.Clocks clocks;
  private final UntrustedKeys keys = new UntrustedKeys();

  BadTokens(Login login, Map<BadToken, Secret> given, RunContext.Clocks clocks) {
    this.login = login;
    this.given = given;
    this.clocks = clocks;
  }

  /** Empty where it cannot be made from the user's own. */
  Optional<Secret> make(BadToken kind, IssuedToken own) {
    Secret known = given.get(kind);
    if (known != null) {
      return Optional.of(known);
    }
    return switch (kind) {
      case NONE -> Optional.of(Secret.of(""));
      case GARBAGE -> Optional.of(garbage());
      case EXPIRED -> read(own).flatMap(this::expired);
      case FOREIGN -> read(own).flatMap(token -> forged(token.getHeader(), claims(token)));
    };
  }

  private Secret garbage() {
    return Secret.of(
        clocks
            .random()
            .ints(GARBAGE_LENGTH, 'a', 'z' + 1)
            .mapToObj(Character::toString)
            .collect(Collectors.joining("", "garbage-", "")));
  }

  /** With a key of ours the signature is valid, so that the age alone is wrong. */
  private Optional<Secret> expired(SignedJWT token) {
    JWTClaimsSet old = aged(claims(token));
    return login.sign(old.toString()).or(() -> forged(token.getHeader(), old));
  }

  private JWTClaimsSet aged(JWTClaimsSet claims) {
    Instant ended = clocks.dates().instant().minus(EXPIRED_SINCE);
    JWTClaimsSet.Builder old = new JWTClaimsSet.Builder(claims).expirationTime(Date.from(ended));
    if (claims.getExpirationTime() != null) {
      Duration back = Duration.between(ended, claims.getExpirationTime().toInstant());
      old.issueTime(earlier(claims.getIssueTime(), back));
      old.notBeforeTime(earlier(claims.getNotBeforeTime(), back));
    }
    return old.build();
  }

  private Optional<Secret> forged(JWSHeader header, JWTClaimsSet claims) {
    Optional<JWSSigner> signer = keys.signer(header.getAlgorithm());
    if (signer.isEmpty()) {
      return Optional.empty();
    }
    SignedJWT token = new SignedJWT(header, claims);
    try {
      token.sign(signer.get());
    } catch (JOSEException impossible) {
      throw new IllegalStateException("the key was made for this algorithm", impossible);
    }
    return Optional.of(Secret.of(token.serialize()));
  }

  private static @Nullable Date earlier(@Nullable Date date, Duration back) {
    return date == null ? null : Date.from(date.toInstant().minus(back));
  }

  private static Optional<SignedJWT> read(IssuedToken own) {
    try {
      return Optional.of(SignedJWT.parse(own.value().reveal()));
    } catch (ParseException _) {
      return Optional.empty();
    }
  }

  private static JWTClaimsSet claims(SignedJWT token) {
    try {
      return token.getJWTClaimsSet();
    } catch (ParseException impossible) {
      throw new IllegalStateException("its claims were read at the login", impossible);
    }
  }
}
