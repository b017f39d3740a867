package io.goldenpath.regression;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs by which later ones are judged: the first ones as they come, then one now and again, so that
 * they reach over a day.
 */
final class Baseline {

  private static final Duration DAY = Duration.ofHours(24);

  private final int learn;
  private final int of;
  private final Deque<RunProfile> runs = new ArrayDeque<>();
  private @Nullable StructureExpectations structure;
  private @Nullable PaceExpectations pace;

  Baseline(int learn, int of) {
    this(learn, of, List.of());
  }

  /** Of runs that have been learned before. */
  Baseline(int learn, int of, List<RunProfile> learned) {
    this.learn = learn;
    this.of = of;
    runs.addAll(learned);
  }

  List<RunProfile> runs() {
    return List.copyOf(runs);
  }

  void learn(RunProfile run) {
    if (complete() && run.at().isBefore(runs.getLast().at().plus(DAY.dividedBy(of)))) {
      return;
    }
    runs.addLast(run);
    if (runs.size() > of) {
      runs.removeFirst();
    }
    structure = null;
    pace = null;
  }

  int size() {
    return runs.size();
  }

  boolean complete() {
    return runs.size() >= learn;
  }

  /** An agent's pace swings with the time of day. */
  boolean coversADay() {
    return complete() && !runs.getLast().at().isBefore(runs.getFirst().at().plus(almostADay()));
  }

  /** The newest run is up to one step of sampling old. */
  private Duration almostADay() {
    return DAY.minus(DAY.dividedBy(of).multipliedBy(2));
  }

  StructureExpectations structure() {
    if (structure == null) {
      structure = StructureExpectations.of(runs.stream().map(RunProfile::shape).toList());
    }
    return structure;
  }

  PaceExpectations pace() {
    if (pace == null) {
      pace = PaceExpectations.ofADay(List.copyOf(runs));
    }
    return pace;
  }
}
