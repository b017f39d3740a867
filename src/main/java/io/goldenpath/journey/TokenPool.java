package io.goldenpath.journey;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The tokens of one target's users, reused until shortly before they run out. */
public final class TokenPool {

  private static final Duration MARGIN = Duration.ofSeconds(30);
  private static final Duration OPAQUE_LIFETIME = Duration.ofMinutes(5);

  private final InstantSource clock;
  private final Map<Integer, Held> tokens = new ConcurrentHashMap<>();

  /** An empty pool that knows the time from this clock. */
  public TokenPool(InstantSource clock) {
    this.clock = clock;
  }

  Optional<IssuedToken> reusable(int slot) {
    return Optional.ofNullable(tokens.get(slot))
        .filter(held -> clock.instant().isBefore(held.until()))
        .map(Held::token);
  }

  void keep(int slot, IssuedToken token) {
    Instant until =
        token.expires() == null
            ? clock.instant().plus(OPAQUE_LIFETIME)
            : token.expires().minus(MARGIN);
    tokens.put(slot, new Held(token, until));
  }

  void drop(int slot) {
    tokens.remove(slot);
  }

  private record Held(IssuedToken token, Instant until) {}
}
