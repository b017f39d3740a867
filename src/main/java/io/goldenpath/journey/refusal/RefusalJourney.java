package io.goldenpath.journey.refusal;

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
import io.goldenpath.model.target.Login;
import io.goldenpath.model.target.User;
import io.goldenpath.redaction.Redactor;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** Bad tokens in turn, a good one after each, and a golden path at the end. */
public final class RefusalJourney implements Journey {

  private static final int KEPT = 100;

  private final RunContext context;
  private final JourneySpec.Refusal exercise;
  private final State state;

  /** The bad tokens of this exercise, tried along this road. */
  public RefusalJourney(RunContext context, JourneySpec.Refusal exercise) {
    this.context = context;
    this.exercise = exercise;
    this.state =
        new State(
            Redactor.of(context.probe().target()),
            new BadTokens(
                context.probe().target().access().login(),
                exercise.givenTokens(),
                context.clocks()),
            new EarlierRunIds(KEPT),
            new AtomicBoolean());
  }

  /**
   * What outlives a run.
   *
   * @param secrets what is hidden whatever happens
   * @param tokens makes the bad tokens
   * @param earlierRuns runs that our users started
   * @param goodConnectOwed whether nobody with a good token was let in since the last bad one
   */
  record State(
      Redactor secrets,
      BadTokens tokens,
      EarlierRunIds earlierRuns,
      AtomicBoolean goodConnectOwed) {}

  @Override
  public Probe probe() {
    return context.probe();
  }

  /** Who logs out has a session apart, and logs in once more for the path. */
  @Override
  public int expectedLogins(User user) {
    boolean again =
        exercise.revoke() != null
            && context.probe().target().access().login() instanceof Login.HttpLogin;
    return context.logins(user) + (again ? 2 : 0);
  }

  @Override
  public Run run(RunInfo ticket, List<User> users) throws InterruptedException {
    long start = context.clocks().stopwatch().nanos();
    RefusalRun walk =
        new RefusalRun(
            context,
            state,
            exercise,
            new UserSession(context, users.getFirst(), state.secrets(), start));
    UserRun user = walk.run();
    return EventLoopLag.since(start, context).toRun(ticket, walk.findings(), List.of(user));
  }
}
