package io.goldenpath.model.run;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The phases of a connect, each timed apart; null where the phase was not passed.
 *
 * @param address Address that was connected to, or was tried last, in words; null where there is
 *     none.
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

  public static final ConnectPhases NONE = new ConnectPhases(null, null, null, null, null);
  public static final List<String> NAMES = List.of("dns", "tcp", "tls", "upgrade");

  /** The phases that were passed, by name, in order. */
  public Map<String, Duration> durations() {
    Map<String, Duration> durations = new LinkedHashMap<>();
    put(durations, "dns", dns);
    put(durations, "tcp", tcp);
    put(durations, "tls", tls);
    put(durations, "upgrade", upgrade);
    return durations;
  }

  private static void put(
      Map<String, Duration> durations, String phase, @Nullable Duration duration) {
    if (duration != null) {
      durations.put(phase, duration);
    }
  }
}
