package io.goldenpath.schedule;

import io.goldenpath.model.run.SkipReason;
import io.goldenpath.model.target.RateLimits;
import io.goldenpath.model.target.Target;
import io.goldenpath.model.target.User;
import io.goldenpath.model.time.Deadline;
import io.goldenpath.model.time.Stopwatch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Rate limiter of one target: connects in a minute, logins of an account in ten, backoff after a
 * target has shed load; leases its users. Guarded by {@link RunQueue}.
 */
final class TargetRateLimiter {

  static final Duration BACKOFF = Duration.ofSeconds(30);
  private static final Duration CONNECT_WINDOW = Duration.ofMinutes(1);
  private static final Duration LOGIN_WINDOW = Duration.ofMinutes(10);

  private final Stopwatch stopwatch;
  private final SlidingWindow connects;
  private final Map<Integer, SlidingWindow> logins = new HashMap<>();
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
      Target target, int count, ToIntFunction<User> expected) {
    List<User> exhausted =
        target.users().stream().filter(user -> outOfLogins(user, expected, target)).toList();
    return target.users().size() - exhausted.size() >= count
        ? Optional.empty()
        : exhausted.stream()
            .map(user -> logins(user.account()))
            .filter(window -> window.count() > 0)
            .map(window -> window.end(1))
            .reduce(Deadline::earlier)
            .flatMap(freed -> refusedUntil(SkipReason.BUDGET, freed));
  }

  /** All or none. Skips users out of logins; an account logs in once for all of its users. */
  Optional<List<User>> lease(Target target, int count, int sockets, ToIntFunction<User> expected) {
    List<User> users = target.users();
    List<User> found = new ArrayList<>();
    int next = nextUser;
    for (int i = 0; i < users.size() && found.size() < count; i++) {
      User user = users.get((nextUser + i) % users.size());
      if (!leasedSlots.contains(user.slot()) && !outOfLogins(user, expected, target)) {
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
    Map<Integer, Integer> accounts = new HashMap<>();
    found.forEach(user -> accounts.merge(user.account(), expected.applyAsInt(user), Math::max));
    accounts.forEach((account, added) -> logins(account).add(added));
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
        && logins.values().stream().allMatch(window -> window.count() == 0)
        && (backoff == null || backoff.reached(stopwatch.nanos()));
  }

  private boolean outOfLogins(User user, ToIntFunction<User> expected, Target target) {
    int more = expected.applyAsInt(user);
    return more > 0 && logins(user.account()).count() + more > target.rateLimits().logins();
  }

  private SlidingWindow logins(int account) {
    return logins.computeIfAbsent(account, _ -> new SlidingWindow(LOGIN_WINDOW, stopwatch));
  }

  private Optional<RunAdmission.Refused> refusedUntil(SkipReason reason, Deadline until) {
    Duration left = Duration.ofNanos(until.remainingNanos(stopwatch));
    return Optional.of(new RunAdmission.Refused(reason, left));
  }
}
