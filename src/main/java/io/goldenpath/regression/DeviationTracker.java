package io.goldenpath.regression;

import io.goldenpath.model.regression.Regression;
import io.goldenpath.model.regression.Regression.RunMark;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Votes of the last runs on one thing that can deviate, and the regression that is open. */
final class DeviationTracker {

  private static final int WINDOW = 10;
  private static final int IN_A_ROW = 3;
  private static final int OF_WINDOW = 6;

  private final Deque<Boolean> votes = new ArrayDeque<>();
  private int inARow;
  private @Nullable RunMark first;
  private @Nullable Regression open;

  static DeviationTracker of(BaselineSnapshot.Tracked kept) {
    DeviationTracker tracker = new DeviationTracker();
    tracker.votes.addAll(kept.votes());
    tracker.inARow = kept.inARow();
    tracker.first = kept.first();
    tracker.open = kept.open();
    return tracker;
  }

  BaselineSnapshot.Tracked snapshot(Deviation.Key key) {
    return new BaselineSnapshot.Tracked(
        key.kind(), key.event(), List.copyOf(votes), inARow, first, open);
  }

  /** A run that does not show it; ten of them in a row close the regression. */
  void agrees() {
    vote(false);
    inARow = 0;
    if (!votes.contains(true)) {
      first = null;
      if (votes.size() == WINDOW) {
        open = null;
      }
    }
  }

  void deviates(RunMark began) {
    vote(true);
    inARow++;
    first = first == null ? began : first;
  }

  private void vote(boolean deviates) {
    votes.addLast(deviates);
    if (votes.size() > WINDOW) {
      votes.removeFirst();
    }
  }

  /** Whether enough runs showed it: the last three, or six of the last ten. */
  boolean persistent() {
    return inARow >= IN_A_ROW || votes.stream().filter(vote -> vote).count() >= OF_WINDOW;
  }

  void open(Regression regression) {
    open = regression;
  }

  /** The run that began it; there is one once a run has deviated. */
  RunMark first() {
    return Objects.requireNonNull(first);
  }

  Optional<Regression> open() {
    return Optional.ofNullable(open);
  }

  /** Whether nothing is left to remember. */
  boolean idle() {
    return open == null && first == null;
  }
}
