package io.goldenpath.model.probe;

import io.goldenpath.model.finding.Labelled;
import io.goldenpath.model.time.DurationText;
import java.math.BigDecimal;
import java.time.Duration;

/**
 * Which share of the scheduled runs is to be good.
 *
 * @param ratio Above 0 and below 1.
 * @param over The time that is looked back on.
 */
public record ServiceLevelObjective(BigDecimal ratio, Duration over, GoodRuns good) {

  /** Which runs are good. */
  public enum GoodRuns implements Labelled {
    PASSED,
    /** Degraded ones too. */
    NOT_FAILED;

    /** As settings write it. */
    @Override
    public String label() {
      return Labelled.super.label().replace('_', '-');
    }
  }

  /** Share of the runs that may be bad. */
  public double allowedErrors() {
    return BigDecimal.ONE.subtract(ratio).doubleValue();
  }

  /** As people read it: {@code 99.5 % over 30 days}. */
  public String text() {
    return ratio.movePointRight(2).stripTrailingZeros().toPlainString()
        + " % over "
        + DurationText.of(over);
  }
}
