package io.goldenpath.journey.login;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import io.goldenpath.model.target.Secret;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Token that a login has issued; subject and expiry are null where the token does not tell. */
public record IssuedToken(Secret value, @Nullable String subject, @Nullable Instant expires) {

  public static final IssuedToken GUEST = new IssuedToken(Secret.of(""), null, null);

  private static final Pattern JWT = Pattern.compile("eyJ[^.]*\\.[^.]*\\.[^.]*");

  /** Text that is no signed JWT is opaque; empty for one that looks like a JWT and is none. */
  public static Optional<IssuedToken> parse(Secret token, String subjectClaim) {
    if (!JWT.matcher(token.reveal()).matches()) {
      return Optional.of(new IssuedToken(token, null, null));
    }
    try {
      JWTClaimsSet claims = JWTParser.parse(token.reveal()).getJWTClaimsSet();
      Date expires = claims.getExpirationTime();
      Object subject = claims.getClaim(subjectClaim);
      return Optional.of(
          new IssuedToken(
              token,
              subject == null ? null : subject.toString(),
              expires == null ? null : expires.toInstant()));
    } catch (ParseException _) {
      return Optional.empty();
    }
  }

  public boolean guest() {
    return value.reveal().isEmpty();
  }

  IssuedToken completedBy(@Nullable String toldSubject, @Nullable Instant toldExpiry) {
    return new IssuedToken(
        value, subject == null ? toldSubject : subject, expires == null ? toldExpiry : expires);
  }
}
