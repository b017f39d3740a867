package io.goldenpath.regression;

import io.goldenpath.model.probe.RegressionPolicy;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The baseline of a probe, and the next one: a new release is held against the runs before it until
 * its own are learned.
 */
final class LearnedRuns {

  /** Runs that are compared at once, and that the baseline does not hold yet. */
  static final int WINDOW = 20;

  private static final int LEAST_SINCE_RELEASE = 8;

  private final RegressionPolicy policy;
  private final Deque<RunProfile> recent = new ArrayDeque<>();
  private final Deque<RunProfile> good = new ArrayDeque<>();
  private final Deque<RunProfile> unlearned = new ArrayDeque<>();
  private Baseline baseline;
  private @Nullable Baseline next;
  private PaceExpectations paceBefore = PaceExpectations.justBefore(List.of());

  LearnedRuns(RegressionPolicy policy) {
    this.policy = policy;
    this.baseline = newBaseline();
  }

  /** What was known when it was kept. */
  LearnedRuns(RegressionPolicy policy, BaselineSnapshot.Runs kept) {
    this.policy = policy;
    recent.addAll(kept.recent());
    good.addAll(kept.good());
    unlearned.addAll(kept.unlearned());
    this.baseline = new Baseline(policy.learn(), policy.of(), kept.baseline());
    List<RunProfile> ofRelease = kept.next();
    this.next = ofRelease == null ? null : new Baseline(policy.learn(), policy.of(), ofRelease);
    this.paceBefore = PaceExpectations.justBefore(kept.paceBefore());
  }

  BaselineSnapshot.Runs snapshot() {
    return new BaselineSnapshot.Runs(
        List.copyOf(recent),
        List.copyOf(good),
        List.copyOf(unlearned),
        baseline.runs(),
        next == null ? null : next.runs(),
        next == null ? List.of() : paceBefore.runs());
  }

  private Baseline newBaseline() {
    return new Baseline(policy.learn(), policy.of());
  }

  /** How many runs of the present release are learned. */
  int size() {
    return next == null ? baseline.size() : next.size();
  }

  /** Whether there is anything to hold a run against. */
  boolean complete() {
    return baseline.complete();
  }

  /** Whether pace is known as it swings over a day, or as it was just before a release. */
  boolean knowsPace() {
    return next != null || baseline.coversADay();
  }

  StructureExpectations structure() {
    return baseline.structure();
  }

  PaceExpectations pace() {
    return next == null ? baseline.pace() : paceBefore;
  }

  /** The last runs of the present release with this one; empty while they are too few. */
  List<RunProfile> window(RunProfile run) {
    int least = next == null ? WINDOW : LEAST_SINCE_RELEASE;
    List<RunProfile> window =
        Stream.concat(recent.stream().skip(Math.max(0, recent.size() + 1 - WINDOW)), Stream.of(run))
            .toList();
    return window.size() < least ? List.of() : window;
  }

  /** A new release: what comes is learned anew, and held against what was until then. */
  void release() {
    recent.clear();
    unlearned.clear();
    if (baseline.complete()) {
      next = newBaseline();
      paceBefore = PaceExpectations.justBefore(List.copyOf(good));
    } else {
      forget();
    }
  }

  void forget() {
    recent.clear();
    unlearned.clear();
    good.clear();
    baseline = newBaseline();
    next = null;
  }

  void compared(RunProfile run) {
    remember(recent, run, WINDOW);
  }

  void learn(RunProfile run) {
    remember(good, run, policy.of());
    if (next != null) {
      next.learn(run);
    } else if (!baseline.complete()) {
      baseline.learn(run);
    } else if (unlearned.size() < WINDOW) {
      unlearned.addLast(run);
    } else {
      baseline.learn(unlearned.removeFirst());
      unlearned.addLast(run);
    }
  }

  /** Nothing is open: once the new release is learned, it is the measure. */
  void settle() {
    if (next != null && next.complete()) {
      baseline = next;
      next = null;
    }
  }

  /** What began then is not good, even where it was learned. */
  void discardSince(Instant begin) {
    unlearned.clear();
    good.removeIf(run -> !run.at().isBefore(begin));
  }

  Optional<RunProfile> lastGoodBefore(Instant at) {
    return good.reversed().stream().filter(run -> run.at().isBefore(at)).findFirst();
  }

  private static void remember(Deque<RunProfile> runs, RunProfile run, int most) {
    runs.addLast(run);
    if (runs.size() > most) {
      runs.removeFirst();
    }
  }
}
