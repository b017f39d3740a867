package io.goldenpath.journey.run;

import io.goldenpath.contract.definition.Contract;
import io.goldenpath.contract.event.Question;
import io.goldenpath.dialect.Dialect;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.ProgressListener;
import io.goldenpath.model.time.Stalls;
import io.goldenpath.model.time.Stopwatch;
import io.goldenpath.redaction.Redactor;
import io.goldenpath.wire.WireClient;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** Everything that the runs of one probe share. */
public record RunContext(
    Probe probe,
    Dialect dialect,
    Contract contract,
    WireClient wire,
    Clocks clocks,
    Redactor secrets,
    ProgressListener progress) {

  public RunContext(
      Probe probe, Dialect dialect, Contract contract, WireClient wire, Clocks clocks) {
    this(
        probe, dialect, contract, wire, clocks, Redactor.of(probe.target()), ProgressListener.NONE);
  }

  public RunContext telling(ProgressListener listener) {
    return new RunContext(probe, dialect, contract, wire, clocks, secrets, listener);
  }

  /** A new question on each call. */
  public Question question() {
    return Question.of(probe.script().prompt(), clocks.random());
  }

  /** A reading of the monotonic clock. */
  public long nanos() {
    return clocks.stopwatch().nanos();
  }

  /** When the client of this probe's sockets stood still. */
  public Stalls stalls() {
    return wire.stalls();
  }

  /** Sources of time and chance: wall clock, monotonic clock, random numbers. */
  public record Clocks(InstantSource dates, Stopwatch stopwatch, RandomGenerator random) {}
}
