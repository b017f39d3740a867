package io.goldenpath.history;

import io.goldenpath.model.run.Outcome;
import io.goldenpath.model.run.Run;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Last runs of one probe. A failure that ages out moves to a ring of its own; a fault of the
 * monitor does not, for it must not push out the evidence against the target.
 */
final class RunRingBuffer {

  private final int capacity;
  private final Deque<Run> recent = new ArrayDeque<>();
  private final Deque<Run> failures = new ArrayDeque<>();
  private @Nullable Run lastGood;

  RunRingBuffer(int capacity) {
    this.capacity = capacity;
  }

  void add(Run run) {
    if (run.succeeded()) {
      lastGood = run;
    }
    recent.addFirst(run);
    if (recent.size() > capacity) {
      keepIfFailed(recent.removeLast());
    }
  }

  /** Newest first. */
  Stream<Run> runs() {
    return Stream.concat(recent.stream(), failures.stream());
  }

  /** Finds the last good run as well, even when it is kept only for comparison. */
  Optional<Run> find(String id) {
    return Stream.concat(runs(), Stream.ofNullable(lastGood))
        .filter(run -> run.id().equals(id))
        .findFirst();
  }

  @Nullable Run lastGood() {
    return lastGood;
  }

  private void keepIfFailed(Run run) {
    if (run.outcome() != Outcome.FAILED) {
      return;
    }
    failures.addFirst(run);
    if (failures.size() > capacity) {
      failures.removeLast();
    }
  }
}
