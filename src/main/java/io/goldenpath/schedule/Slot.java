package io.goldenpath.schedule;

import io.goldenpath.probe.Exercise;
import io.goldenpath.probe.Journey;
import io.goldenpath.probe.Probe;
import io.goldenpath.probe.ProbeId;
import io.goldenpath.probe.User;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** One probe's place in the schedule. Guarded by the schedule. */
final class Slot {

  private final Journey journey;
  private final Gate gate;
  private @Nullable Time time;

  Slot(Journey journey, Gate gate) {
    this.journey = journey;
    this.gate = gate;
  }

  /**
   * When the probe is due next.
   *
   * @param due moment on the monotonic clock
   * @param first whether it has not been due before
   * @param alarm what will go off then
   */
  record Time(long due, boolean first, Future<?> alarm) {}

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

  /** Why no run may start now, and for how long. */
  Optional<RunRequest.Refused> closed() {
    Exercise exercise = probe().plan().exercise();
    return gate.closed(probe().target().manners(), exercise.sockets())
        .or(() -> gate.spent(probe().target(), exercise.users(), journey::logins));
  }

  /** The users of one run, all of them or none. */
  Optional<List<User>> lease() {
    Exercise exercise = probe().plan().exercise();
    return gate.lease(probe().target(), exercise.users(), exercise.sockets(), journey::logins);
  }

  @Nullable Time time() {
    return time;
  }

  void time(Time next) {
    time = next;
  }

  void cancel() {
    if (time != null) {
      time.alarm().cancel(false);
    }
  }
}
