package io.goldenpath.model.regression;

import io.goldenpath.model.finding.Severity;
import java.util.List;
import java.util.Optional;

/**
 * What is learned of a probe, and what has changed against it.
 *
 * @param learned Runs of the baseline.
 * @param needed Runs that it needs before anything is held against it.
 */
public record RegressionState(int learned, int needed, List<Regression> open) {

  public static final RegressionState NONE = new RegressionState(0, 0, List.of());

  public RegressionState {
    open = List.copyOf(open);
  }

  /** Those that keep the verdict from being up. */
  public List<Regression> warnings() {
    return open.stream().filter(found -> found.severity() != Severity.INFO).toList();
  }

  /** "learning 23/50" while the baseline is not complete. */
  public Optional<String> learning() {
    return learned < needed ? Optional.of("learning " + learned + "/" + needed) : Optional.empty();
  }
}
