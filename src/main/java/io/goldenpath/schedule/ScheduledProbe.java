package io.goldenpath.schedule;

import io.goldenpath.model.probe.JourneySpec;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.probe.ProbeId;
import io.goldenpath.model.run.Journey;
import io.goldenpath.model.run.Trigger;
import io.goldenpath.model.target.User;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** A probe with its next due time. Guarded by the schedule. */
final class ScheduledProbe {

  private final Journey journey;
  private final TargetRateLimiter rateLimiter;
  private @Nullable DueTime dueTime;

  ScheduledProbe(Journey journey, TargetRateLimiter rateLimiter) {
    this.journey = journey;
    this.rateLimiter = rateLimiter;
  }

  /** A due time on the monotonic clock, in nanoseconds. */
  record DueTime(long due, boolean first, Future<?> timer) {}

  Journey journey() {
    return journey;
  }

  TargetRateLimiter rateLimiter() {
    return rateLimiter;
  }

  Probe probe() {
    return journey.probe();
  }

  ProbeId id() {
    return probe().id();
  }

  Optional<RunAdmission.Refused> refusal(Trigger trigger) {
    JourneySpec spec = probe().script().spec();
    return rateLimiter
        .refusal(probe().target().rateLimits(), spec.sockets())
        .or(() ->
            rateLimiter.loginRefusal(
                probe().target(), spec.users(), user -> journey.loginWait(user, trigger)));
  }

  Optional<List<User>> leaseUsers(Trigger trigger) {
    JourneySpec spec = probe().script().spec();
    return rateLimiter.lease(
        probe().target(), spec.users(), spec.sockets(), user -> journey.loginWait(user, trigger));
  }

  @Nullable DueTime dueTime() {
    return dueTime;
  }

  void dueTime(DueTime next) {
    dueTime = next;
  }

  void cancel() {
    if (dueTime != null) {
      dueTime.timer().cancel(false);
    }
  }
}
