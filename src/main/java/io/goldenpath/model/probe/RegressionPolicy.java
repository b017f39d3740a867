package io.goldenpath.model.probe;

import io.goldenpath.model.finding.RegressionKind;
import io.goldenpath.model.finding.Severity;
import java.util.Map;

/**
 * How a probe's runs are held against those before.
 *
 * @param learn How many runs are learned before anything is held against them.
 * @param of How many runs are kept at most, sampled over a day.
 * @param severity Severities that differ from the kinds' own.
 */
public record RegressionPolicy(int learn, int of, Map<RegressionKind, Severity> severity) {

  public static final RegressionPolicy DEFAULT = new RegressionPolicy(50, 200, Map.of());

  public RegressionPolicy {
    severity = Map.copyOf(severity);
  }

  public Severity severity(RegressionKind kind) {
    return severity.getOrDefault(kind, kind.severity());
  }
}
