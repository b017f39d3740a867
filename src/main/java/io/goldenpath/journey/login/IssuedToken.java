package io.goldenpath.journey.login;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import io.goldenpath.model.target.Secret;
import java.text.ParseException;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The token that a login has given to a user.
 *
 * @param value The token itself.
 * @param subject Who it says the user is; null where the token is opaque.
 * @param expires When it runs out; null where the token does not say.
 */
public record IssuedToken(Secret value, @Nullable String subject, @Nullable Instant expires) {

  /** The token of a guest, who has none. */
  public static final IssuedToken GUEST = new IssuedToken(Secret.of(""), null, null);

  private static final Pattern JWT = Pattern.compile("eyJ[^.]*\\.[^.]*\\.[^.]*");

  /**
   * Reads what the token says of itself. Text that is no signed JSON web token is opaque.
   *
   * @throws ParseException when it looks like a signed JSON web token and cannot be read as one
   */
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

  /** The same token, with what the login's reply adds to it. */
  IssuedToken completedBy(@Nullable String toldSubject, @Nullable Instant toldExpiry) {
    return new IssuedToken(
        value, subject == null ? toldSubject : subject, expires == null ? toldExpiry : expires);
  }
}
