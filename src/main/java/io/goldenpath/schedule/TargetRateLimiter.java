package io.goldenpath.schedule;

import io.goldenpath.model.run.SkipReason;
import io.goldenpath.model.target.RateLimits;
import io.goldenpath.model.target.Target;
import io.goldenpath.model.target.User;
import io.goldenpath.model.time.Deadline;
import io.goldenpath.model.time.Stopwatch;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
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

  private final Stopwatch stopwatch;
  private final Deque<Long> connects = new ArrayDeque<>();
  private final LoginBudget loginBudget;
  private final Set<Integer> leasedSlots = new HashSet<>();
  private @Nullable Deadline backoff;
  private int nextUser;

  TargetRateLimiter(Stopwatch stopwatch) {
    this.stopwatch = stopwatch;
    this.loginBudget = new LoginBudget(stopwatch);
  }

  Optional<RunAdmission.Refused> refusal(RateLimits rateLimits, int sockets) {
    dropExpired();
    if (backoff != null) {
      return refusedUntil(SkipReason.BACKING_OFF, backoff);
    }
    int over = connects.size() + sockets - rateLimits.connects();
    return over <= 0
        ? Optional.empty()
        : refusedUntil(SkipReason.BUDGET, windowEnd(Math.min(over, connects.size())));
  }

  Optional<RunAdmission.Refused> loginRefusal(
      Target target, int count, ToIntFunction<User> logins) {
    List<User> exhausted =
        target.users().stream().filter(user -> outOfLogins(user, logins, target)).toList();
    return target.users().size() - exhausted.size() >= count
        ? Optional.empty()
        : exhausted.stream()
            .flatMap(user -> loginBudget.freedAt(user).stream())
            .reduce(Deadline::earlier)
            .flatMap(freed -> refusedUntil(SkipReason.BUDGET, freed));
  }

  /** All or none. Skips users out of logins; an account logs in once for all of its users. */
  Optional<List<User>> lease(Target target, int count, int sockets, ToIntFunction<User> logins) {
    List<User> users = target.users();
    List<User> found = new ArrayList<>();
    int next = nextUser;
    for (int i = 0; i < users.size() && found.size() < count; i++) {
      User user = users.get((nextUser + i) % users.size());
      if (!leasedSlots.contains(user.slot()) && !outOfLogins(user, logins, target)) {
        found.add(user);
        next = (nextUser + i + 1) % users.size();
      }
    }
    if (found.size() < count) {
      return Optional.empty();
    }
    nextUser = next;
    found.forEach(user -> leasedSlots.add(user.slot()));
    connects.addAll(Collections.nCopies(sockets, stopwatch.nanos()));
    Map<Integer, Integer> accounts = new HashMap<>();
    found.forEach(user -> accounts.merge(user.account(), logins.applyAsInt(user), Math::max));
    accounts.forEach(loginBudget::add);
    return Optional.of(List.copyOf(found));
  }

  void release(List<User> users) {
    users.forEach(user -> leasedSlots.remove(user.slot()));
  }

  void backOff() {
    backoff = Deadline.in(BACKOFF, stopwatch);
  }

  boolean isIdle() {
    dropExpired();
    return leasedSlots.isEmpty() && connects.isEmpty() && loginBudget.isIdle() && backoff == null;
  }

  private boolean outOfLogins(User user, ToIntFunction<User> logins, Target target) {
    int more = logins.applyAsInt(user);
    return more > 0 && loginBudget.count(user) + more > target.rateLimits().logins();
  }

  private void dropExpired() {
    long now = stopwatch.nanos();
    if (backoff != null && backoff.reached(now)) {
      backoff = null;
    }
    while (!connects.isEmpty() && windowEnd(1).reached(now)) {
      connects.removeFirst();
    }
  }

  /** When the {@code oldest}-th connect leaves the window; a whole window where there is none. */
  private Deadline windowEnd(int oldest) {
    long opened =
        connects.stream().skip(Math.max(0, oldest - 1)).findFirst().orElseGet(stopwatch::nanos);
    return Deadline.after(opened, CONNECT_WINDOW);
  }

  private Optional<RunAdmission.Refused> refusedUntil(SkipReason reason, Deadline until) {
    Duration left = Duration.ofNanos(until.remainingNanos(stopwatch));
    return Optional.of(new RunAdmission.Refused(reason, left));
  }
}
