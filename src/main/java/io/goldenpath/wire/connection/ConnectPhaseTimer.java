package io.goldenpath.wire.connection;

import io.goldenpath.model.run.ConnectPhases;
import io.goldenpath.model.time.Stopwatch;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Times the phases of one connect; each begins where the one before it ended. */
public final class ConnectPhaseTimer {

  private long last;
  private @Nullable String address;
  private @Nullable Duration dns;
  private @Nullable Duration tcp;
  private @Nullable Duration tls;
  private @Nullable Duration upgrade;
  private @Nullable Instant certificateExpiry;

  public ConnectPhaseTimer(Stopwatch stopwatch) {
    this.last = stopwatch.nanos();
  }

  void resolved(String description, long nanos) {
    address = description;
    dns = lap(nanos);
  }

  void opened(long nanos) {
    tcp = lap(nanos);
  }

  void secured(long nanos, @Nullable Instant expiry) {
    tls = lap(nanos);
    certificateExpiry = expiry;
  }

  public void upgraded(long nanos) {
    upgrade = lap(nanos);
  }

  public ConnectPhases phases() {
    return new ConnectPhases(address, dns, tcp, tls, upgrade);
  }

  /** Earliest expiry in the server's certificate chain; null where there was none. */
  public @Nullable Instant certificateExpiry() {
    return certificateExpiry;
  }

  private Duration lap(long now) {
    Duration taken = Duration.ofNanos(Math.max(0, now - last));
    last = now;
    return taken;
  }
}
