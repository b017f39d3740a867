package io.goldenpath.schedule;

import io.goldenpath.model.target.User;
import io.goldenpath.model.time.Deadline;
import io.goldenpath.model.time.Stopwatch;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Budget of logins: when each account of a target has logged in within the last ten minutes. */
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
    dropExpired();
    Deque<Long> recent = logins.get(user.account());
    return recent == null ? 0 : recent.size();
  }

  /** When this user's oldest login leaves the window; empty where there is none. */
  Optional<Deadline> freedAt(User user) {
    return Optional.ofNullable(logins.get(user.account())).map(LoginBudget::expiry);
  }

  boolean isIdle() {
    dropExpired();
    return logins.isEmpty();
  }

  private void dropExpired() {
    long now = stopwatch.nanos();
    for (Deque<Long> recent : logins.values()) {
      while (!recent.isEmpty() && expiry(recent).reached(now)) {
        recent.removeFirst();
      }
    }
    logins.values().removeIf(Deque::isEmpty);
  }

  private static Deadline expiry(Deque<Long> recent) {
    return Deadline.after(recent.getFirst(), WINDOW);
  }
}
