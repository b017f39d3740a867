package io.goldenpath.regression;

import java.util.Arrays;
import java.util.stream.IntStream;

/** One time, or one length, of several runs in their order. */
final class PaceSample {

  /** As many runs as are compared with them: pace swings over a day, and each hour counts. */
  private static final int PART = 20;

  private final double[] values;
  private final double median;
  private final double[] partMedians;

  /** Of at least one value. */
  PaceSample(double[] values) {
    this.values = values;
    this.median = median(values);
    this.partMedians =
        IntStream.iterate(0, from -> from + PART <= values.length, from -> from + PART / 2)
            .mapToDouble(from -> median(Arrays.copyOfRange(values, from, from + PART)))
            .toArray();
  }

  double[] values() {
    return values;
  }

  /** Medians of parts that overlap by half. */
  double[] partMedians() {
    return partMedians;
  }

  double median() {
    return median;
  }

  static double median(double[] sample) {
    double[] sorted = sample.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
