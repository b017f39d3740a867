package io.goldenpath.schedule;

import io.goldenpath.probe.Deadline;
import io.goldenpath.probe.Manners;
import io.goldenpath.probe.SkipReason;
import io.goldenpath.probe.Stopwatch;
import io.goldenpath.probe.User;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** What one target bears: new sockets in a minute, a pause when it asks for one, free users. */
final class Gate {

  static final Duration PAUSE = Duration.ofSeconds(30);
  private static final Duration WINDOW = Duration.ofMinutes(1);

  private final Stopwatch stopwatch;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition freed = lock.newCondition();
  private final Deque<Long> connects = new ArrayDeque<>();
  private final Map<Integer, Integer> leased = new HashMap<>();
  private @Nullable Deadline pause;
  private int turn;

  Gate(Stopwatch stopwatch) {
    this.stopwatch = stopwatch;
  }

  /** Why no run may start now, and for how long. */
  Optional<RunRequest.Refused> closed(Manners manners) {
    lock.lock();
    try {
      if (pause != null && !pause.reached(stopwatch.nanos())) {
        return refused(SkipReason.BACKING_OFF, pause);
      }
      while (!connects.isEmpty() && windowEnd().reached(stopwatch.nanos())) {
        connects.removeFirst();
      }
      return connects.size() < manners.connects()
          ? Optional.empty()
          : refused(SkipReason.BUDGET, windowEnd());
    } finally {
      lock.unlock();
    }
  }

  /** A free user, who is leased until given back; empty when none was free in time. */
  Optional<User> lease(List<User> users, Duration patience) throws InterruptedException {
    Deadline deadline = Deadline.in(patience, stopwatch);
    lock.lockInterruptibly();
    try {
      while (true) {
        Optional<User> free = free(users);
        if (free.isPresent()) {
          leased.merge(free.get().slot(), 1, Integer::sum);
          connects.addLast(stopwatch.nanos());
          return free;
        }
        if (freed.awaitNanos(deadline.left(stopwatch)) <= 0) {
          return Optional.empty();
        }
      }
    } finally {
      lock.unlock();
    }
  }

  void giveBack(User user) {
    lock.lock();
    try {
      leased.merge(user.slot(), -1, Integer::sum);
      freed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** The target asked to be left alone. */
  void pause() {
    lock.lock();
    try {
      pause = Deadline.in(PAUSE, stopwatch);
    } finally {
      lock.unlock();
    }
  }

  private Optional<User> free(List<User> users) {
    for (int i = 0; i < users.size(); i++) {
      User user = users.get((turn + i) % users.size());
      if (leased.getOrDefault(user.slot(), 0) < user.sessions()) {
        turn = (turn + i + 1) % users.size();
        return Optional.of(user);
      }
    }
    return Optional.empty();
  }

  private Deadline windowEnd() {
    return Deadline.after(connects.getFirst(), WINDOW);
  }

  private Optional<RunRequest.Refused> refused(SkipReason reason, Deadline until) {
    long seconds = TimeUnit.NANOSECONDS.toSeconds(until.left(stopwatch)) + 1;
    return Optional.of(new RunRequest.Refused(reason, Duration.ofSeconds(seconds)));
  }
}
