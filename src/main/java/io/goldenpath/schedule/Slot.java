package io.goldenpath.schedule;

import io.goldenpath.probe.Journey;
import io.goldenpath.probe.Probe;
import io.goldenpath.probe.ProbeId;
import io.goldenpath.probe.RunTicket;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** One probe's place in the schedule. Guarded by the schedule. */
final class Slot {

  private final Journey journey;
  private final Gate gate;
  private @Nullable Future<?> due;
  private @Nullable RunTicket running;

  Slot(Journey journey, Gate gate) {
    this.journey = journey;
    this.gate = gate;
  }

  Journey journey() {
    return journey;
  }

  Gate gate() {
    return gate;
  }

  Probe probe() {
    return journey.probe();
  }

  ProbeId id() {
    return probe().id();
  }

  void due(Future<?> next) {
    due = next;
  }

  void cancel() {
    if (due != null) {
      due.cancel(false);
    }
  }

  @Nullable RunTicket running() {
    return running;
  }

  void running(@Nullable RunTicket ticket) {
    running = ticket;
  }
}
