package io.goldenpath.journey;

import io.goldenpath.probe.Journey;
import io.goldenpath.probe.Probe;
import io.goldenpath.probe.Redactor;
import io.goldenpath.probe.Run;
import io.goldenpath.probe.RunTicket;
import io.goldenpath.probe.User;
import io.goldenpath.probe.UserRun;
import java.util.List;

/** One user logs in, asks, follows the agent's events and gets an answer. */
public final class GoldenPath implements Journey {

  private final Road road;
  private final Redactor secrets;
  private final EarlierRuns earlier = new EarlierRuns(100);

  /** The golden path along this road. */
  public GoldenPath(Road road) {
    this.road = road;
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
    Walk walk = new Walk(road, users.getFirst(), secrets, earlier, start);
    UserRun user = walk.walk();
    return Standstill.since(start, road).judged(ticket, walk.findings(), List.of(user));
  }
}
