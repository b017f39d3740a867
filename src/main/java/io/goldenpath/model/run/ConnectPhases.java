package io.goldenpath.model.run;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The phases of a connect, each timed apart; null where the phase was not passed.
 *
 * @param address The one address that was tried, in words; null where the name was not resolved.
 * @param dns Resolving the name.
 * @param tcp Opening the connection, through the proxy where there is one.
 * @param tls Handshake; null also on plain {@code ws}.
 * @param upgrade From the request to the 101.
 */
public record ConnectPhases(
    @Nullable String address,
    @Nullable Duration dns,
    @Nullable Duration tcp,
    @Nullable Duration tls,
    @Nullable Duration upgrade) {

  /** Phases of a connect whose address nobody asks about. */
  public ConnectPhases(
      @Nullable Duration dns,
      @Nullable Duration tcp,
      @Nullable Duration tls,
      @Nullable Duration upgrade) {
    this(null, dns, tcp, tls, upgrade);
  }
}
