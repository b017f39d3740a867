package io.goldenpath.journey.refusal;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.util.JSONObjectUtils;
import io.goldenpath.journey.login.IssuedToken;
import io.goldenpath.journey.run.RunContext;
import io.goldenpath.model.probe.JourneySpec.BadToken;
import io.goldenpath.model.target.Login;
import io.goldenpath.model.target.Secret;
import java.text.ParseException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

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
      case FOREIGN -> read(own).flatMap(token -> forged(token.getHeader(), token.getPayload()));
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
  private Optional<Secret> expired(JWSObject token) {
    Map<String, Object> old = aged(token.getPayload().toJSONObject());
    return login
        .sign(JSONObjectUtils.toJSONString(old))
        .or(() -> forged(token.getHeader(), new Payload(old)));
  }

  private Map<String, Object> aged(Map<String, Object> claims) {
    Map<String, Object> old = new LinkedHashMap<>(claims);
    long ended = clocks.dates().instant().minus(EXPIRED_SINCE).getEpochSecond();
    if (claims.get("exp") instanceof Number end) {
      for (String claim : List.of("iat", "nbf")) {
        old.computeIfPresent(
            claim,
            (_, date) ->
                date instanceof Number then ? then.longValue() + ended - end.longValue() : date);
      }
    }
    old.put("exp", ended);
    return old;
  }

  private Optional<Secret> forged(JWSHeader header, Payload claims) {
    Optional<JWSSigner> signer = keys.signer(header.getAlgorithm());
    if (signer.isEmpty()) {
      return Optional.empty();
    }
    JWSObject token = new JWSObject(header, claims);
    try {
      token.sign(signer.get());
    } catch (JOSEException impossible) {
      throw new IllegalStateException("the key was made for this algorithm", impossible);
    }
    return Optional.of(Secret.of(token.serialize()));
  }

  private static Optional<JWSObject> read(IssuedToken own) {
    try {
      return Optional.of(JWSObject.parse(own.value().reveal()))
          .filter(token -> token.getPayload().toJSONObject() != null);
    } catch (ParseException _) {
      return Optional.empty();
    }
  }
}
