package io.goldenpath.model.run;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What runs out some day; null where nothing was seen that does.
 *
 * @param certificate End of the socket's certificate chain, the earliest of its members.
 * @param token End of the user's token.
 */
public record Expiry(@Nullable Instant certificate, @Nullable Instant token) {

  public static final Expiry NONE = new Expiry(null, null);
}
