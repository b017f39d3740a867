package io.goldenpath.journey.run;

import io.goldenpath.contract.definition.Contract;
import io.goldenpath.contract.event.Question;
import io.goldenpath.dialect.Dialect;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.time.Stopwatch;
import io.goldenpath.wire.WireClient;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * What every run of one probe needs.
 *
 * @param probe What is tried, and against whom.
 * @param dialect How its frames are read.
 * @param contract What its runs promise.
 * @param wire Where sockets come from.
 * @param clocks Where the time comes from.
 */
public record RunContext(
    Probe probe, Dialect dialect, Contract contract, WireClient wire, Clocks clocks) {

  /** A question that was never asked before. */
  public Question question() {
    return Question.of(probe.script().prompt(), clocks.random());
  }

  /** A reading of the monotonic clock. */
  public long nanos() {
    return clocks.stopwatch().nanos();
  }

  /**
   * Where time and chance come from.
   *
   * @param dates wall clock
   * @param stopwatch monotonic clock
   * @param random source of codes and numbers
   */
  public record Clocks(InstantSource dates, Stopwatch stopwatch, RandomGenerator random) {}
}
