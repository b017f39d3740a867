package io.goldenpath.journey.login;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import io.goldenpath.model.target.Secret;
import java.text.ParseException;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Token that a login has issued; subject and expiry are null where the token does not tell. */
public record IssuedToken(Secret value, @Nullable String subject, @Nullable Instant expires) {

  public static final IssuedToken GUEST = new IssuedToken(Secret.of(""), null, null);

  private static final Pattern JWT = Pattern.compile("eyJ[^.]*\\.[^.]*\\.[^.]*");

  /** Text that is no signed JWT is opaque; a {@link ParseException} means a broken one. */
  public static IssuedToken parse(String text, String subjectClaim) throws ParseException {
    if (!JWT.matcher(text).matches()) {
      return new IssuedToken(Secret.of(text), null, null);
    }
    JWTClaimsSet claims = JWTParser.parse(text).getJWTClaimsSet();
    Instant expires =
        claims.getExpirationTime() == null ? null : claims.getExpirationTime().toInstant();
    Object subject = claims.getClaim(subjectClaim);
    return new IssuedToken(Secret.of(text), subject == null ? null : subject.toString(), expires);
  }

  public boolean guest() {
    return value.reveal().isEmpty();
  }

  IssuedToken completedBy(@Nullable String toldSubject, @Nullable Instant toldExpiry) {
    return new IssuedToken(
        value, subject == null ? toldSubject : subject, expires == null ? toldExpiry : expires);
  }
}
