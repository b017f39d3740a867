package io.goldenpath.schedule;

import io.goldenpath.model.probe.ProbeId;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

/**
 * Runs that are wanted soon, to confirm the last one. Any other run of the probe serves as well.
 */
final class Confirmations {

  private static final double SPREAD = 0.2;

  private final Clocks clocks;
  private final Map<ProbeId, Future<?>> wanted = new ConcurrentHashMap<>();

  Confirmations(Clocks clocks) {
    this.clocks = clocks;
  }

  /** Takes no lock, for whoever wants it may hold one. */
  void add(ProbeId probe, Duration after, Consumer<ProbeId> run) {
    double factor = ThreadLocalRandom.current().nextDouble(1 - SPREAD, 1 + SPREAD);
    long at = clocks.now() + Math.round(after.toNanos() * factor);
    drop(probe);
    wanted.put(probe, clocks.timer().at(at, () -> begin(probe, run)));
  }

  private void begin(ProbeId probe, Consumer<ProbeId> run) {
    wanted.remove(probe);
    run.accept(probe);
  }

  void drop(ProbeId probe) {
    Future<?> pending = wanted.remove(probe);
    if (pending != null) {
      pending.cancel(false);
    }
  }
}
