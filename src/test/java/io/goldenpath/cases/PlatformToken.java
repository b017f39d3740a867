package io.goldenpath.cases;

import java.time.Instant;
import java.util.Map;

/**
 * A token, and what its own platform thinks of it.
 *
 * @param text What users bring.
 * @param until Till when the platform lets it in, by the platform's clock.
 * @param uses How many upgrades it is good for.
 * @param reply Fields that the login's reply has beside it.
 */
record PlatformToken(String text, Instant until, int uses, Map<String, Object> reply) {

  PlatformToken usable(int times) {
    return new PlatformToken(text, until, times, reply);
  }

  PlatformToken telling(String field, Object value) {
    return new PlatformToken(text, until, uses, JsonMaps.with(reply, field, value));
  }
}
