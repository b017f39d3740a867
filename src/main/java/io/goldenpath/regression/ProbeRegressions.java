package io.goldenpath.regression;

import static io.goldenpath.model.finding.RegressionKind.ANSWER_CHANGED;
import static io.goldenpath.model.finding.RegressionKind.LATENCY_SHIFTED;

import io.goldenpath.model.finding.RegressionKind;
import io.goldenpath.model.finding.Severity;
import io.goldenpath.model.probe.RegressionPolicy;
import io.goldenpath.model.regression.Regression;
import io.goldenpath.model.regression.Regression.RunMark;
import io.goldenpath.model.regression.RegressionState;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One probe's open regressions, by what is learned of its runs. */
final class ProbeRegressions {

  /** Kinds that one run alone does not show. */
  private static final Set<RegressionKind> OF_MANY_RUNS =
      EnumSet.of(LATENCY_SHIFTED, ANSWER_CHANGED);

  private final RegressionPolicy policy;
  private final LearnedRuns learned;
  private final Map<Deviation.Key, DeviationTracker> trackers = new LinkedHashMap<>();
  private @Nullable String release;
  private long runs;
  private int accepted;

  ProbeRegressions(RegressionPolicy policy) {
    this.policy = policy;
    this.learned = new LearnedRuns(policy);
  }

  /** As it was when it was kept. */
  ProbeRegressions(RegressionPolicy policy, BaselineSnapshot kept) {
    this.policy = policy;
    this.learned = new LearnedRuns(policy, kept.runs());
    this.release = kept.release();
    kept.tracked().forEach(each -> trackers.put(each.key(), DeviationTracker.of(each)));
  }

  BaselineSnapshot snapshot() {
    return new BaselineSnapshot(
        policy.learn(),
        policy.of(),
        release,
        learned.snapshot(),
        trackers.entrySet().stream()
            .map(entry -> entry.getValue().snapshot(entry.getKey()))
            .toList());
  }

  BaselineVersion version() {
    return new BaselineVersion(runs, accepted, release, open());
  }

  RegressionPolicy policy() {
    return policy;
  }

  RegressionState state() {
    return new RegressionState(learned.size(), policy.learn(), open());
  }

  List<Regression> open() {
    return trackers.values().stream().flatMap(tracker -> tracker.open().stream()).toList();
  }

  /** What is now is right, and is learned anew. */
  void accept() {
    accepted++;
    trackers.clear();
    learned.forget();
  }

  /** The target has this release from now on. */
  void released(String changed) {
    if (release != null && !changed.equals(release)) {
      learned.release();
    }
    release = changed;
  }

  /** A scheduled run that was answered; {@code passed} without a complaint, so that it teaches. */
  void ran(RunProfile run, boolean passed) {
    runs++;
    if (learned.complete()) {
      judge(run);
    }
    learned.compared(run);
    if (passed && blocking().findAny().isEmpty()) {
      learned.learn(run);
    }
    if (open().isEmpty()) {
      learned.settle();
    }
  }

  private void judge(RunProfile run) {
    StructureExpectations structure = learned.structure();
    Map<Deviation.Key, Deviation> shown =
        Stream.concat(
                structure.deviations(run.shape()).stream(),
                learned.pace().deviations(learned.window(run)).stream())
            .collect(Collectors.toMap(Deviation::key, Function.identity()));
    shown.keySet().forEach(key -> trackers.computeIfAbsent(key, _ -> new DeviationTracker()));
    trackers.forEach((key, tracker) -> {
      if (OF_MANY_RUNS.contains(key.kind()) || structure.judges(key, run.shape())) {
        vote(tracker, Optional.ofNullable(shown.get(key)), run);
      }
    });
    trackers.values().removeIf(DeviationTracker::idle);
    blocking().forEach(open -> learned.discardSince(open.first().at()));
  }

  /** A pace that is merely told holds no learning up, or a day's swing could not be learned. */
  private Stream<Regression> blocking() {
    return open().stream()
        .filter(open -> open.severity() != Severity.INFO || !OF_MANY_RUNS.contains(open.kind()));
  }

  private void vote(DeviationTracker tracker, Optional<Deviation> shown, RunProfile run) {
    if (shown.isEmpty()) {
      tracker.agrees();
      return;
    }
    Deviation deviation = shown.get();
    tracker.deviates(mark(deviation.began().orElse(run)));
    Severity severity = severity(deviation);
    Optional<Regression> open = tracker.open();
    if (open.isPresent()) {
      tracker.open(open.get().with(severity));
    } else if (OF_MANY_RUNS.contains(deviation.key().kind()) || tracker.persistent()) {
      tracker.open(deviation.regression(severity, tracker.first()));
    }
  }

  private RunMark mark(RunProfile run) {
    String before = learned.lastGoodBefore(run.at()).map(RunProfile::run).orElse(null);
    return new RunMark(run.run(), run.at(), release, before);
  }

  private Severity severity(Deviation deviation) {
    RegressionKind kind = deviation.key().kind();
    boolean unsure = kind == LATENCY_SHIFTED && !learned.knowsPace();
    return deviation.improvement() || unsure ? Severity.INFO : policy.severity(kind);
  }
}
