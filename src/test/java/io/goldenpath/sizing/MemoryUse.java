package io.goldenpath.sizing;

import java.util.ArrayList;
import java.util.List;

/** How much of its memory a group took, at even intervals, as parts of its limit. */
final class MemoryUse {

  private static final int THIRDS = 3;

  private final List<Double> samples = new ArrayList<>();

  void add(double part) {
    samples.add(part);
  }

  double most() {
    return samples.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
  }

  /** The mean of this third of the time, the first, second or last. */
  double third(int number) {
    return samples
        .subList((number - 1) * samples.size() / THIRDS, number * samples.size() / THIRDS)
        .stream()
        .mapToDouble(Double::doubleValue)
        .average()
        .orElseThrow();
  }

  @Override
  public String toString() {
    return "at most %.0f %%, %.0f %% then %.0f %% then %.0f %% in the mean"
        .formatted(100 * most(), 100 * third(1), 100 * third(2), 100 * third(THIRDS));
  }
}
