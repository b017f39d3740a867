package io.goldenpath.journey;

import io.goldenpath.probe.Exercise;
import io.goldenpath.probe.Journey;
import io.goldenpath.probe.Probe;
import io.goldenpath.probe.Redactor;
import io.goldenpath.probe.Run;
import io.goldenpath.probe.RunTicket;
import io.goldenpath.probe.User;
import io.goldenpath.probe.UserRun;
import java.util.List;

/** Malformed messages, a lost connection, and a golden path all the same. */
public final class Recovery implements Journey {

  private static final int KEPT = 100;

  private final Road road;
  private final Redactor secrets;
  private final Exercise.Recovery exercise;
  private final EarlierRuns earlier = new EarlierRuns(KEPT);

  /** What this exercise breaks, along this road. */
  public Recovery(Road road, Exercise.Recovery exercise) {
    this.road = road;
    this.exercise = exercise;
    this.secrets = Redactor.of(road.probe().target().secrets());
  }

  @Override
  public Probe probe() {
    return road.probe();
  }

  @Override
  public int logins(User user) {
    return road.logins(user);
  }

  @Override
  public Run run(RunTicket ticket, List<User> users) throws InterruptedException {
    long start = road.clocks().stopwatch().nanos();
    RecoveryWalk walk =
        new RecoveryWalk(
            road, exercise, earlier, new Traveller(road, users.getFirst(), secrets, start));
    UserRun user = walk.walk();
    return Standstill.since(start, road).judged(ticket, walk.findings(), List.of(user));
  }
}
