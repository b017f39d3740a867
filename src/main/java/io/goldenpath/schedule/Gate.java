package io.goldenpath.schedule;

import io.goldenpath.probe.Deadline;
import io.goldenpath.probe.Manners;
import io.goldenpath.probe.SkipReason;
import io.goldenpath.probe.Stopwatch;
import io.goldenpath.probe.Target;
import io.goldenpath.probe.User;
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
 * What one target bears: new sockets in a minute, logins of a user in ten, a pause when it asks for
 * one, free users. Guarded by {@link Flights}.
 */
final class Gate {

  static final Duration PAUSE = Duration.ofSeconds(30);
  private static final Duration WINDOW = Duration.ofMinutes(1);

  private final Stopwatch stopwatch;
  private final Deque<Long> connects = new ArrayDeque<>();
  private final LoginBudget budget;
  private final Set<Integer> leased = new HashSet<>();
  private @Nullable Deadline pause;
  private int turn;

  Gate(Stopwatch stopwatch) {
    this.stopwatch = stopwatch;
    this.budget = new LoginBudget(stopwatch);
  }

  /** Why no run that opens so many sockets may start now, and for how long. */
  Optional<RunRequest.Refused> closed(Manners manners, int sockets) {
    forget();
    if (pause != null) {
      return refused(SkipReason.BACKING_OFF, pause);
    }
    int over = connects.size() + sockets - manners.connects();
    return over <= 0
        ? Optional.empty()
        : refused(SkipReason.BUDGET, windowEnd(Math.min(over, connects.size())));
  }

  /** Why no users may begin, and for how long: too many would log in once too often. */
  Optional<RunRequest.Refused> spent(Target target, int count, ToIntFunction<User> logins) {
    List<User> worn = target.users().stream().filter(user -> worn(user, logins, target)).toList();
    return target.users().size() - worn.size() >= count
        ? Optional.empty()
        : worn.stream()
            .flatMap(user -> budget.freedAt(user).stream())
            .reduce(Deadline::earlier)
            .flatMap(freed -> refused(SkipReason.BUDGET, freed));
  }

  /**
   * So many free users, or none: they are leased until given back, and open so many sockets. Nobody
   * is among them who would have to log in once too often; an account logs in once for all of its
   * users.
   */
  Optional<List<User>> lease(Target target, int count, int sockets, ToIntFunction<User> logins) {
    List<User> users = target.users();
    List<User> found = new ArrayList<>();
    int next = turn;
    for (int i = 0; i < users.size() && found.size() < count; i++) {
      User user = users.get((turn + i) % users.size());
      if (!leased.contains(user.slot()) && !worn(user, logins, target)) {
        found.add(user);
        next = (turn + i + 1) % users.size();
      }
    }
    if (found.size() < count) {
      return Optional.empty();
    }
    turn = next;
    found.forEach(user -> leased.add(user.slot()));
    connects.addAll(Collections.nCopies(sockets, stopwatch.nanos()));
    Map<Integer, Integer> accounts = new HashMap<>();
    found.forEach(user -> accounts.merge(user.account(), logins.applyAsInt(user), Math::max));
    accounts.forEach(budget::add);
    return Optional.of(List.copyOf(found));
  }

  void giveBack(List<User> users) {
    users.forEach(user -> leased.remove(user.slot()));
  }

  /** The target asked to be left alone. */
  void pause() {
    pause = Deadline.in(PAUSE, stopwatch);
  }

  /** Whether nothing would be lost with it. */
  boolean idle() {
    forget();
    return leased.isEmpty() && connects.isEmpty() && budget.idle() && pause == null;
  }

  private boolean worn(User user, ToIntFunction<User> logins, Target target) {
    int more = logins.applyAsInt(user);
    return more > 0 && budget.count(user) + more > target.manners().logins();
  }

  private void forget() {
    long now = stopwatch.nanos();
    if (pause != null && pause.reached(now)) {
      pause = null;
    }
    while (!connects.isEmpty() && windowEnd(1).reached(now)) {
      connects.removeFirst();
    }
  }

  /** When so many of the oldest sockets are forgotten; a whole window where there are none. */
  private Deadline windowEnd(int oldest) {
    long opened =
        connects.stream().skip(Math.max(0, oldest - 1)).findFirst().orElseGet(stopwatch::nanos);
    return Deadline.after(opened, WINDOW);
  }

  private Optional<RunRequest.Refused> refused(SkipReason reason, Deadline until) {
    Duration left = Duration.ofNanos(until.left(stopwatch));
    return Optional.of(new RunRequest.Refused(reason, left));
  }
}
