package io.goldenpath.journey.chat;

import io.goldenpath.contract.definition.Contract;
import io.goldenpath.contract.event.Question;
import io.goldenpath.dialect.Dialect;
import io.goldenpath.journey.login.TokenPool;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.target.Login;
import io.goldenpath.model.target.User;
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
 * @param tokens Tokens of the target's users, shared by its probes.
 * @param clocks Where the time comes from.
 */
public record RunContext(
    Probe probe,
    Dialect dialect,
    Contract contract,
    WireClient wire,
    TokenPool tokens,
    Clocks clocks) {

  /** How often this user would log in to begin a run. */
  public int logins(User user) {
    Login login = probe.target().access().login();
    return login instanceof Login.HttpLogin && tokens.reusable(login, user).isEmpty() ? 1 : 0;
  }

  /** A question that was never asked before. */
  public Question question() {
    return Question.of(probe.script().prompt(), clocks.random());
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
