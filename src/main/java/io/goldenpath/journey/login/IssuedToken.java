package io.goldenpath.journey.login;

import io.goldenpath.model.target.Secret;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Token that a login has issued; subject and expiry are null where nobody tells.
 *
 * @param expires By our clock.
 * @param flaw What is odd about it, as a clause: the cause, where the socket then refuses it.
 */
public record IssuedToken(
    Secret value, @Nullable String subject, @Nullable Instant expires, @Nullable String flaw) {

  public static final IssuedToken GUEST = opaque(Secret.of(""));

  public static IssuedToken opaque(Secret value) {
    return new IssuedToken(value, null, null, null);
  }

  public boolean guest() {
    return value.reveal().isEmpty();
  }
}
