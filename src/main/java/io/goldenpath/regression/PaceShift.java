package io.goldenpath.regression;

import java.util.Optional;
import org.apache.commons.statistics.inference.MannWhitneyUTest;

/**
 * A shift between two samples that neither chance nor one outlier explains.
 *
 * @param shift Median of all differences (Hodges-Lehmann), later minus earlier.
 */
record PaceShift(double before, double after, double shift) {

  private static final double SIGNIFICANT = 0.001;

  /**
   * Empty unless the shift is significant, at least this share of the median before, and at least
   * so much.
   */
  static Optional<PaceShift> of(
      PaceSample earlier, double[] later, double leastShare, double least) {
    double before = earlier.median();
    double after = PaceSample.median(later);
    double needed = Math.max(least, before * leastShare);
    if (Math.abs(after - before) < needed / 2) {
      return Optional.empty();
    }
    double shift = medianOfDifferences(earlier.values(), later);
    if (Math.abs(shift) < needed) {
      return Optional.empty();
    }
    double p = MannWhitneyUTest.withDefaults().test(earlier.values(), later).getPValue();
    return p < SIGNIFICANT ? Optional.of(new PaceShift(before, after, shift)) : Optional.empty();
  }

  private static double medianOfDifferences(double[] earlier, double[] later) {
    double[] differences = new double[earlier.length * later.length];
    int i = 0;
    for (double one : earlier) {
      for (double other : later) {
        differences[i++] = other - one;
      }
    }
    return PaceSample.median(differences);
  }
}
