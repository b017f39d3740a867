package io.goldenpath.schedule;

import io.goldenpath.probe.Deadline;
import io.goldenpath.probe.Manners;
import io.goldenpath.probe.SkipReason;
import io.goldenpath.probe.Stopwatch;
import io.goldenpath.probe.Target;
import io.goldenpath.probe.User;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
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
  private final LoginBudget logins;
  private final Map<Integer, Integer> leased = new HashMap<>();
  private @Nullable Deadline pause;
  private int turn;

  Gate(Stopwatch stopwatch) {
    this.stopwatch = stopwatch;
    this.logins = new LoginBudget(stopwatch);
  }

  /** Why no run may start now, and for how long. */
  Optional<RunRequest.Refused> closed(Manners manners) {
    forget();
    if (pause != null) {
      return refused(SkipReason.BACKING_OFF, pause);
    }
    return connects.size() < manners.connects()
        ? Optional.empty()
        : refused(SkipReason.BUDGET, windowEnd());
  }

  /** Why no user may begin, and for how long: all would have to log in once too often. */
  Optional<RunRequest.Refused> spent(Target target, Predicate<User> logsIn) {
    List<User> users = target.users();
    return users.stream().allMatch(user -> logsIn.test(user) && worn(user, target))
        ? users.stream()
            .flatMap(user -> logins.freedAt(user).stream())
            .reduce(Deadline::earlier)
            .flatMap(freed -> refused(SkipReason.BUDGET, freed))
        : Optional.empty();
  }

  /**
   * A free user, who is leased until given back and opens a socket; nobody who would have to log in
   * once too often.
   */
  Optional<User> lease(Target target, Predicate<User> logsIn) {
    List<User> users = target.users();
    for (int i = 0; i < users.size(); i++) {
      User user = users.get((turn + i) % users.size());
      boolean free = leased.getOrDefault(user.slot(), 0) < user.sessions();
      if (free && !(logsIn.test(user) && worn(user, target))) {
        turn = (turn + i + 1) % users.size();
        leased.merge(user.slot(), 1, Integer::sum);
        connects.addLast(stopwatch.nanos());
        if (logsIn.test(user)) {
          logins.add(user);
        }
        return Optional.of(user);
      }
    }
    return Optional.empty();
  }

  void giveBack(User user) {
    leased.computeIfPresent(user.slot(), (_, count) -> count == 1 ? null : count - 1);
  }

  /** The target asked to be left alone. */
  void pause() {
    pause = Deadline.in(PAUSE, stopwatch);
  }

  /** Whether nothing would be lost with it. */
  boolean idle() {
    forget();
    return leased.isEmpty() && connects.isEmpty() && logins.idle() && pause == null;
  }

  private boolean worn(User user, Target target) {
    return logins.count(user) >= target.manners().logins();
  }

  private void forget() {
    long now = stopwatch.nanos();
    if (pause != null && pause.reached(now)) {
      pause = null;
    }
    while (!connects.isEmpty() && windowEnd().reached(now)) {
      connects.removeFirst();
    }
  }

  private Deadline windowEnd() {
    return Deadline.after(connects.getFirst(), WINDOW);
  }

  private Optional<RunRequest.Refused> refused(SkipReason reason, Deadline until) {
    Duration left = Duration.ofNanos(until.left(stopwatch));
    return Optional.of(new RunRequest.Refused(reason, left));
  }
}
