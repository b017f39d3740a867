package io.goldenpath.model.time;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;

/** What happened lately, such as the logins of the last ten minutes. Its owner guards it. */
public final class SlidingWindow {

  private final Duration length;
  private final Stopwatch stopwatch;
  private final Deque<Deadline> ends = new ArrayDeque<>();

  public SlidingWindow(Duration length, Stopwatch stopwatch) {
    this.length = length;
    this.stopwatch = stopwatch;
  }

  public void add(int count) {
    ends.addAll(Collections.nCopies(count, Deadline.in(length, stopwatch)));
  }

  public int count() {
    long now = stopwatch.nanos();
    ends.removeIf(end -> end.reached(now));
    return ends.size();
  }

  /** When the {@code oldest}-th leaves the window; a whole window where there is none. */
  public Deadline end(int oldest) {
    return ends.stream()
        .skip(Math.max(0, oldest - 1))
        .findFirst()
        .orElseGet(() -> Deadline.in(length, stopwatch));
  }
}
