package io.goldenpath.schedule;

import io.goldenpath.probe.Deadline;
import io.goldenpath.probe.Stopwatch;
import io.goldenpath.probe.User;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** When each account of a target has logged in lately. */
final class LoginBudget {

  private static final Duration WINDOW = Duration.ofMinutes(10);

  private final Stopwatch stopwatch;
  private final Map<Integer, Deque<Long>> logins = new HashMap<>();

  LoginBudget(Stopwatch stopwatch) {
    this.stopwatch = stopwatch;
  }

  void add(int account, int count) {
    if (count > 0) {
      logins
          .computeIfAbsent(account, _ -> new ArrayDeque<>())
          .addAll(Collections.nCopies(count, stopwatch.nanos()));
    }
  }

  int count(User user) {
    forget();
    Deque<Long> lately = logins.get(user.account());
    return lately == null ? 0 : lately.size();
  }

  /** When the oldest of this user's logins will be forgotten; empty where there are none. */
  Optional<Deadline> freedAt(User user) {
    return Optional.ofNullable(logins.get(user.account())).map(LoginBudget::end);
  }

  boolean idle() {
    forget();
    return logins.isEmpty();
  }

  private void forget() {
    long now = stopwatch.nanos();
    for (Deque<Long> lately : logins.values()) {
      while (!lately.isEmpty() && end(lately).reached(now)) {
        lately.removeFirst();
      }
    }
    logins.values().removeIf(Deque::isEmpty);
  }

  private static Deadline end(Deque<Long> lately) {
    return Deadline.after(lately.getFirst(), WINDOW);
  }
}
