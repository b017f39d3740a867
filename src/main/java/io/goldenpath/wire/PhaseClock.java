package io.goldenpath.wire;

import io.goldenpath.probe.ConnectPhases;
import io.goldenpath.probe.Stopwatch;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Times the phases of one connect. Each phase begins where the one before it ended. */
final class PhaseClock {

  private long last;
  private @Nullable String address;
  private @Nullable Duration dns;
  private @Nullable Duration tcp;
  private @Nullable Duration tls;
  private @Nullable Duration upgrade;

  PhaseClock(Stopwatch stopwatch) {
    this.last = stopwatch.nanos();
  }

  void resolved(String words, long nanos) {
    address = words;
    dns = lap(nanos);
  }

  void opened(long nanos) {
    tcp = lap(nanos);
  }

  void secured(long nanos) {
    tls = lap(nanos);
  }

  void upgraded(long nanos) {
    upgrade = lap(nanos);
  }

  ConnectPhases phases() {
    return new ConnectPhases(address, dns, tcp, tls, upgrade);
  }

  private Duration lap(long now) {
    Duration taken = Duration.ofNanos(Math.max(0, now - last));
    last = now;
    return taken;
  }
}
