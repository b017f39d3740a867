package io.goldenpath.slo;

import io.goldenpath.model.probe.ServiceLevelObjective;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a probe's objective still allows to fail.
 *
 * @param at When it was reckoned.
 * @param since When the oldest run that counts began, to the hour; null without any.
 * @param runs All in the objective's time.
 * @param recent Those of shorter times until now.
 */
public record ErrorBudget(
    ServiceLevelObjective objective,
    Instant at,
    @Nullable Instant since,
    RunCounts runs,
    SortedMap<Duration, RunCounts> recent) {

  public ErrorBudget {
    recent = new TreeMap<>(recent);
  }

  /** Share of good runs; 1 without any. */
  public double ratio() {
    return runs.total() == 0 ? 1 : (double) runs.good() / runs.total();
  }

  /** So many runs allow a bad one. */
  public long fewestRuns() {
    return BigDecimal.ONE
        .divide(BigDecimal.ONE.subtract(objective.ratio()), 0, RoundingMode.CEILING)
        .longValue();
  }

  /** Whether there are enough runs for a single bad one not to spend more than there is. */
  public boolean judged() {
    return runs.total() >= fewestRuns();
  }

  /** Share of the budget that is left; below zero where more has failed than may. */
  public double left() {
    return 1 - runs.burn(objective);
  }

  /** How much faster than it may the budget was spent in this time; 1 spends it just in time. */
  public double burn(Duration time) {
    return recent.getOrDefault(time, RunCounts.NONE).burn(objective);
  }

  /** As {@link #burn}, for each of the shorter times. */
  public SortedMap<Duration, Double> burns() {
    SortedMap<Duration, Double> burns = new TreeMap<>();
    recent.keySet().forEach(time -> burns.put(time, burn(time)));
    return burns;
  }
}
