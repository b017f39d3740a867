package io.goldenpath.schedule;

import io.goldenpath.model.run.Postponement;
import io.goldenpath.model.run.SkipReason;
import io.goldenpath.model.target.RateLimits;
import io.goldenpath.model.target.User;
import io.goldenpath.model.time.Deadline;
import io.goldenpath.model.time.DurationText;
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
 * Rate limiter of one target: connects in a minute, backoff after a target has shed load or asked
 * to be left alone; leases the users who may log in. Guarded by {@link RunQueue}.
 */
final class TargetRateLimiter {

  private static final Duration CONNECT_WINDOW = Duration.ofMinutes(1);

  private final Stopwatch stopwatch;
  private final AccountLeases leases;
  private final SlidingWindow connects;
  private final Set<Integer> leasedSlots = new HashSet<>();
  private @Nullable Deadline backoff;
  private String backoffReason = "";
  private int nextUser;

  TargetRateLimiter(Stopwatch stopwatch, AccountLeases leases) {
    this.stopwatch = stopwatch;
    this.leases = leases;
    this.connects = new SlidingWindow(CONNECT_WINDOW, stopwatch);
  }

  Optional<Postponement> postponed(RateLimits rateLimits, int sockets) {
    if (backoff != null && !backoff.reached(stopwatch.nanos())) {
      return until(backoff, SkipReason.BACKING_OFF, backoffReason);
    }
    int opened = connects.count();
    int over = opened + sockets - rateLimits.connects();
    return over <= 0
        ? Optional.empty()
        : until(
            connects.end(Math.min(over, opened)),
            SkipReason.BUDGET,
            "the target has had manners.connects (%d new sockets in %s); raise it, or run less often (every)"
                .formatted(rateLimits.connects(), DurationText.of(CONNECT_WINDOW)));
  }

  /** Why fewer than this many users may log in, and when so many may. */
  static Optional<Postponement> loginPostponed(
      List<User> users, int count, Function<User, Optional<Postponement>> postponed) {
    List<Postponement> waits =
        users.stream()
            .map(postponed)
            .flatMap(Optional::stream)
            .sorted(Comparator.comparing(Postponement::retryAfter))
            .toList();
    int missing = count - (users.size() - waits.size());
    return missing <= 0 || waits.isEmpty()
        ? Optional.empty()
        : Optional.of(waits.get(Math.min(missing, waits.size()) - 1));
  }

  /** All or none. Skips users who must not log in now, or whose account is in use. */
  Optional<List<User>> lease(
      TargetAccounts accounts,
      int count,
      int sockets,
      Function<User, Optional<Postponement>> postponed) {
    List<User> users = accounts.users();
    List<User> found = new ArrayList<>();
    int next = nextUser;
    for (int i = 0; i < users.size() && found.size() < count; i++) {
      User user = users.get((nextUser + i) % users.size());
      if (!leasedSlots.contains(user.slot())
          && accounts.isFree(user, leases)
          && postponed.apply(user).isEmpty()) {
        found.add(user);
        leasedSlots.add(user.slot());
        accounts.lease(user, leases);
        next = (nextUser + i + 1) % users.size();
      }
    }
    if (found.size() < count) {
      release(accounts, found);
      return Optional.empty();
    }
    nextUser = next;
    connects.add(sockets);
    return Optional.of(List.copyOf(found));
  }

  void release(TargetAccounts accounts, List<User> users) {
    for (User user : users) {
      leasedSlots.remove(user.slot());
      accounts.release(user, leases);
    }
  }

  /** A longer backoff that is in force stays so. */
  void backOff(Backoff granted) {
    Deadline end = Deadline.in(granted.time(), stopwatch);
    if (backoff == null || backoff.earlier(end).equals(backoff)) {
      backoff = end;
      backoffReason = granted.why();
    }
  }

  boolean isIdle() {
    return leasedSlots.isEmpty()
        && connects.count() == 0
        && (backoff == null || backoff.reached(stopwatch.nanos()));
  }

  private Optional<Postponement> until(Deadline end, SkipReason reason, String why) {
    Duration left = Duration.ofNanos(end.remainingNanos(stopwatch));
    return Optional.of(new Postponement(reason, why, left));
  }
}
