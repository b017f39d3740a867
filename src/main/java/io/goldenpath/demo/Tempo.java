package io.goldenpath.demo;

import java.time.Duration;
import java.util.stream.IntStream;

/** Twists of when things happen. */
final class Tempo {

  private static final int SLOW_MILLIS = 2150;
  private static final int[] PERCENT = {16, 22, 19, 23, 20};

  private Tempo() {}

  /** Slow in all, and no single gap long enough to stand out. */
  static Script slow(Script run) {
    int count = run.cues().size();
    double sum = IntStream.range(0, count).map(Tempo::percent).sum();
    return new Script(
        IntStream.range(0, count)
            .mapToObj(i -> run.cues().get(i).after(millis(SLOW_MILLIS * percent(i) / sum)))
            .toList());
  }

  private static int percent(int index) {
    return PERCENT[index % PERCENT.length];
  }

  private static Duration millis(double millis) {
    return Duration.ofMillis((long) millis);
  }
}
