package io.goldenpath.journey;

import io.goldenpath.probe.Exercise;
import io.goldenpath.probe.Journey;
import io.goldenpath.probe.Login;
import io.goldenpath.probe.Probe;
import io.goldenpath.probe.Redactor;
import io.goldenpath.probe.Run;
import io.goldenpath.probe.RunTicket;
import io.goldenpath.probe.User;
import io.goldenpath.probe.UserRun;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** Bad tokens in turn, a good one after each, and a golden path at the end. */
public final class Refusal implements Journey {

  private static final int KEPT = 100;

  private final Road road;
  private final Exercise.Refusal exercise;
  private final Memory memory;

  /** The bad tokens of this exercise, tried along this road. */
  public Refusal(Road road, Exercise.Refusal exercise) {
    this.road = road;
    this.exercise = exercise;
    this.memory =
        new Memory(
            Redactor.of(road.probe().target().secrets()),
            new BadTokens(road.probe().target().access().login(), exercise.given(), road.clocks()),
            new EarlierRuns(KEPT),
            new AtomicBoolean());
  }

  /**
   * What outlives a run.
   *
   * @param secrets what is hidden whatever happens
   * @param tokens makes the bad tokens
   * @param earlier runs that our users started
   * @param owed whether nobody with a good token was let in since the last bad one
   */
  record Memory(Redactor secrets, BadTokens tokens, EarlierRuns earlier, AtomicBoolean owed) {}

  @Override
  public Probe probe() {
    return road.probe();
  }

  /** Who logs out has a session apart, and logs in once more for the path. */
  @Override
  public int logins(User user) {
    boolean again =
        exercise.revoke() != null
            && road.probe().target().access().login() instanceof Login.Exchange;
    return road.logins(user) + (again ? 2 : 0);
  }

  @Override
  public Run run(RunTicket ticket, List<User> users) throws InterruptedException {
    long start = road.clocks().stopwatch().nanos();
    RefusalWalk walk =
        new RefusalWalk(
            road, memory, exercise, new Traveller(road, users.getFirst(), memory.secrets(), start));
    UserRun user = walk.walk();
    return Standstill.since(start, road).judged(ticket, walk.findings(), List.of(user));
  }
}
