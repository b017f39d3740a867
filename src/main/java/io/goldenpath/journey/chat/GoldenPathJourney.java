package io.goldenpath.journey.chat;

import io.goldenpath.journey.run.EarlierRunIds;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.Journey;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.RunInfo;
import io.goldenpath.model.run.UserRun;
import io.goldenpath.model.target.User;
import io.goldenpath.redaction.Redactor;
import java.util.List;

/** One user logs in, asks, follows the agent's events and gets an answer. */
public final class GoldenPathJourney implements Journey {

  private final RunContext context;
  private final Redactor secrets;
  private final EarlierRunIds earlierRuns = new EarlierRunIds(100);

  /** The golden path along this road. */
  public GoldenPathJourney(RunContext context) {
    this.context = context;
    this.secrets = Redactor.of(context.probe().target());
  }

  @Override
  public Probe probe() {
    return context.probe();
  }

  @Override
  public int expectedLogins(User user) {
    return context.logins(user);
  }

  @Override
  public Run run(RunInfo ticket, List<User> users) throws InterruptedException {
    long start = context.clocks().stopwatch().nanos();
    GoldenPathRun goldenPathRun =
        new GoldenPathRun(context, users.getFirst(), secrets, earlierRuns, start);
    UserRun user = goldenPathRun.run();
    return EventLoopLag.since(start, context)
        .toRun(ticket, goldenPathRun.findings(), List.of(user));
  }
}
