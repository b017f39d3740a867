package io.goldenpath.demo.script;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Random, uneven gaps between an agent's events. */
public final class AgentPace {

  private static final int SHORTEST_MILLIS = 750;
  private static final int LONGEST_MILLIS = 1350;
  private static final double[] SHARES = {0.18, 0.14, 0.20, 0.26, 0.22};
  private static final double JITTER = 0.15;

  private final Random random;

  public AgentPace(long seed) {
    this.random = new Random(seed);
  }

  public List<Duration> gaps(int count) {
    int totalMillis = random.nextInt(SHORTEST_MILLIS, LONGEST_MILLIS + 1);
    double[] shares = IntStream.range(0, count).mapToDouble(this::share).toArray();
    double sum = DoubleStream.of(shares).sum();
    return DoubleStream.of(shares)
        .mapToObj(share -> Duration.ofNanos((long) (share / sum * totalMillis * 1e6)))
        .toList();
  }

  private double share(int index) {
    return SHARES[index % SHARES.length] * random.nextDouble(1 - JITTER, 1 + JITTER);
  }
}
