package io.goldenpath.regression;

import io.goldenpath.model.finding.RegressionKind;
import io.goldenpath.model.finding.Severity;
import io.goldenpath.model.regression.Regression;
import java.util.Optional;

/**
 * What a run, or the last few, show otherwise than the baseline.
 *
 * @param change With numbers, for people.
 * @param improvement Whether it is nothing to worry about: faster, or merely more.
 * @param began The first run that shows it, where one run alone cannot.
 */
record Deviation(Key key, String change, boolean improvement, Optional<RunProfile> began) {

  /** What can deviate: an event, in one way. */
  record Key(RegressionKind kind, String event) {}

  static Deviation of(RegressionKind kind, String event, String change) {
    return new Deviation(new Key(kind, event), change, false, Optional.empty());
  }

  Regression regression(Severity severity, Regression.RunMark first) {
    return new Regression(key.kind(), key.event(), severity, change, first);
  }
}
