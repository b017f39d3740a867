package io.goldenpath.regression;

import io.goldenpath.model.finding.RegressionKind;
import io.goldenpath.model.probe.RegressionPolicy;
import io.goldenpath.model.regression.Regression;
import io.goldenpath.model.regression.Regression.RunMark;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is learned of a probe and open against it, as it is kept over a restart.
 *
 * @param learn The policy's, by which it was learned.
 * @param of The policy's, by which it was learned.
 */
public record BaselineSnapshot(
    int learn, int of, @Nullable String release, Runs runs, List<Tracked> tracked) {

  /**
   * The runs of {@link LearnedRuns}.
   *
   * @param next Runs of a new release that are not the measure yet; null where there is none.
   */
  record Runs(
      List<RunProfile> recent,
      List<RunProfile> good,
      List<RunProfile> unlearned,
      List<RunProfile> baseline,
      @Nullable List<RunProfile> next,
      List<RunProfile> paceBefore) {}

  /** One thing that deviates, and the last votes on it. */
  record Tracked(
      RegressionKind kind,
      String event,
      List<Boolean> votes,
      int inARow,
      @Nullable RunMark first,
      @Nullable Regression open) {

    Deviation.Key key() {
      return new Deviation.Key(kind, event);
    }
  }

  /** Whether a probe of this policy would have learned the same. */
  boolean fits(RegressionPolicy policy) {
    return learn == policy.learn() && of == policy.of();
  }

  /** When the newest of its runs began. */
  public Optional<Instant> newest() {
    return Stream.of(runs.recent, runs.good, runs.baseline)
        .flatMap(List::stream)
        .map(RunProfile::at)
        .max(Comparator.naturalOrder());
  }
}
