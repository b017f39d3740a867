package io.goldenpath.journey.recovery;

import io.goldenpath.journey.chat.EventLoopLag;
import io.goldenpath.journey.chat.RunContext;
import io.goldenpath.journey.chat.UserSession;
import io.goldenpath.journey.run.EarlierRunIds;
import io.goldenpath.model.probe.JourneySpec;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.Journey;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.RunInfo;
import io.goldenpath.model.run.UserRun;
import io.goldenpath.model.target.User;
import io.goldenpath.redaction.Redactor;
import java.util.List;

/** Malformed messages, a lost connection, and a golden path all the same. */
public final class RecoveryJourney implements Journey {

  private static final int KEPT = 100;

  private final RunContext context;
  private final Redactor secrets;
  private final JourneySpec.Recovery exercise;
  private final EarlierRunIds earlierRuns = new EarlierRunIds(KEPT);

  /** What this exercise breaks, along this road. */
  public RecoveryJourney(RunContext context, JourneySpec.Recovery exercise) {
    this.context = context;
    this.exercise = exercise;
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
    RecoveryRun walk =
        new RecoveryRun(
            context,
            exercise,
            earlierRuns,
            new UserSession(context, users.getFirst(), secrets, start));
    UserRun user = walk.run();
    return EventLoopLag.since(start, context).toRun(ticket, walk.findings(), List.of(user));
  }
}
