package io.goldenpath.schedule;

import io.goldenpath.model.run.SkipReason;
import io.goldenpath.model.target.RateLimits;
import io.goldenpath.model.target.Target;
import io.goldenpath.model.target.User;
import io.goldenpath.model.time.Deadline;
import io.goldenpath.model.time.SlidingWindow;
import io.goldenpath.model.time.Stopwatch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Rate limiter of one target: connects in a minute, backoff after a target has shed load; leases
 * the users who may log in. Guarded by {@link RunQueue}.
 */
final class TargetRateLimiter {

  static final Duration BACKOFF = Duration.ofSeconds(30);
  private static final Duration CONNECT_WINDOW = Duration.ofMinutes(1);

  private final Stopwatch stopwatch;
  private final SlidingWindow connects;
  private final Set<Integer> leasedSlots = new HashSet<>();
  private @Nullable Deadline backoff;
  private int nextUser;

  TargetRateLimiter(Stopwatch stopwatch) {
    this.stopwatch = stopwatch;
    this.connects = new SlidingWindow(CONNECT_WINDOW, stopwatch);
  }

  Optional<RunAdmission.Refused> refusal(RateLimits rateLimits, int sockets) {
    if (backoff != null && !backoff.reached(stopwatch.nanos())) {
      return refusedUntil(SkipReason.BACKING_OFF, backoff);
    }
    int opened = connects.count();
    int over = opened + sockets - rateLimits.connects();
    return over <= 0
        ? Optional.empty()
        : refusedUntil(SkipReason.BUDGET, connects.end(Math.min(over, opened)));
  }

  Optional<RunAdmission.Refused> loginRefusal(
      Target target, int count, Function<User, Duration> loginWait) {
    List<Duration> waits =
        target.users().stream().map(loginWait).filter(wait -> !wait.isZero()).toList();
    return target.users().size() - waits.size() >= count
        ? Optional.empty()
        : waits.stream()
            .min(Comparator.naturalOrder())
            .map(wait -> new RunAdmission.Refused(SkipReason.BUDGET, wait));
  }

  /** All or none. Skips users who must not log in now. */
  Optional<List<User>> lease(
      Target target, int count, int sockets, Function<User, Duration> loginWait) {
    List<User> users = target.users();
    List<User> found = new ArrayList<>();
    int next = nextUser;
    for (int i = 0; i < users.size() && found.size() < count; i++) {
      User user = users.get((nextUser + i) % users.size());
      if (!leasedSlots.contains(user.slot()) && loginWait.apply(user).isZero()) {
        found.add(user);
        next = (nextUser + i + 1) % users.size();
      }
    }
    if (found.size() < count) {
      return Optional.empty();
    }
    nextUser = next;
    found.forEach(user -> leasedSlots.add(user.slot()));
    connects.add(sockets);
    return Optional.of(List.copyOf(found));
  }

  void release(List<User> users) {
    users.forEach(user -> leasedSlots.remove(user.slot()));
  }

  void backOff() {
    backoff = Deadline.in(BACKOFF, stopwatch);
  }

  boolean isIdle() {
    return leasedSlots.isEmpty()
        && connects.count() == 0
        && (backoff == null || backoff.reached(stopwatch.nanos()));
  }

  private Optional<RunAdmission.Refused> refusedUntil(SkipReason reason, Deadline until) {
    Duration left = Duration.ofNanos(until.remainingNanos(stopwatch));
    return Optional.of(new RunAdmission.Refused(reason, left));
  }
}
