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
import org.jspecify.annotations.Nullable;

/**
 * What one target bears: new sockets in a minute, a pause when it asks for one, free users. Guarded
 * by {@link Flights}.
 */
final class Gate {

  static final Duration PAUSE = Duration.ofSeconds(30);
  private static final Duration WINDOW = Duration.ofMinutes(1);

  private final Stopwatch stopwatch;
  private final Deque<Long> connects = new ArrayDeque<>();
  private final Map<Integer, Integer> leased = new HashMap<>();
  private @Nullable Deadline pause;
  private int turn;

  Gate(Stopwatch stopwatch) {
    this.stopwatch = stopwatch;
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

  /** A free user, who is leased until given back and opens a socket. */
  Optional<User> lease(List<User> users) {
    for (int i = 0; i < users.size(); i++) {
      User user = users.get((turn + i) % users.size());
      if (leased.getOrDefault(user.slot(), 0) < user.sessions()) {
        turn = (turn + i + 1) % users.size();
        leased.merge(user.slot(), 1, Integer::sum);
        connects.addLast(stopwatch.nanos());
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
    return leased.isEmpty() && connects.isEmpty() && pause == null;
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
