package io.goldenpath.journey;

import io.goldenpath.contract.Contract;
import io.goldenpath.contract.Question;
import io.goldenpath.dialect.Dialect;
import io.goldenpath.probe.Login;
import io.goldenpath.probe.Probe;
import io.goldenpath.probe.Stopwatch;
import io.goldenpath.probe.User;
import io.goldenpath.wire.Wire;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * What every run of one probe needs.
 *
 * @param probe What is tried, and against whom.
 * @param dialect How its frames are read.
 * @param contract What its runs promise.
 * @param wire Where sockets come from.
 * @param tokens Tokens of the target's users, shared by its probes.
 * @param clocks Where the time comes from.
 */
public record Road(
    Probe probe, Dialect dialect, Contract contract, Wire wire, TokenPool tokens, Clocks clocks) {

  /** How often this user would log in to begin a run. */
  int logins(User user) {
    Login login = probe.target().access().login();
    return login instanceof Login.Exchange && tokens.reusable(login, user).isEmpty() ? 1 : 0;
  }

  /** A question that was never asked before. */
  Question question() {
    return Question.of(probe.plan().ask(), clocks.random());
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
