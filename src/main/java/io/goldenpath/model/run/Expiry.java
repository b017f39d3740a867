package io.goldenpath.model.run;

import io.goldenpath.model.finding.Step;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What runs out some day; null or missing where nothing was seen that does.
 *
 * @param certificates Ends of certificate paths, the first to end of those met in login and
 *     connect.
 * @param token End of the user's token.
 */
public record Expiry(Map<Step, Instant> certificates, @Nullable Instant token) {

  public static final Expiry NONE = new Expiry(Map.of(), null);

  public Expiry {
    certificates = Map.copyOf(certificates);
  }
}
