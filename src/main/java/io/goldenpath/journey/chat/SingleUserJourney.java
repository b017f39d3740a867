package io.goldenpath.journey.chat;

import io.goldenpath.journey.login.TokenPool;
import io.goldenpath.journey.run.RecentIds;
import io.goldenpath.journey.run.RunContext;
import io.goldenpath.journey.run.RunStart;
import io.goldenpath.journey.run.StallReview;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.EventArrival;
import io.goldenpath.model.run.Journey;
import io.goldenpath.model.run.Postponement;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.RunInfo;
import io.goldenpath.model.run.Trigger;
import io.goldenpath.model.target.User;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Journey of a single user: every run executes the script in a new session. */
public final class SingleUserJourney implements Journey {

  private static final int RUNS_REMEMBERED = 100;

  private final RunContext context;
  private final TokenPool tokens;
  private final SessionScript script;
  private final RecentIds earlierRuns = new RecentIds(RUNS_REMEMBERED);

  public SingleUserJourney(RunContext context, TokenPool tokens, SessionScript script) {
    this.context = context;
    this.tokens = tokens;
    this.script = script;
  }

  @Override
  public Probe probe() {
    return context.probe();
  }

  @Override
  public Optional<Postponement> postponed(User user, Trigger trigger) {
    return tokens.postponed(
        probe().target(), user, script.extraLogins(), trigger == Trigger.REQUEST);
  }

  @Override
  public Run run(RunInfo ticket, List<User> users) throws InterruptedException {
    RunStart begun = RunStart.of(context, ticket);
    UserSession session = new UserSession(context, tokens, users.getFirst(), earlierRuns, begun);
    List<EventArrival> events = script.run(session);
    Optional<UserSession> renewed = session.afterStaleToken();
    if (renewed.isPresent()) {
      session = renewed.get();
      events = script.run(session);
    }
    session.end();
    Duration duration = Duration.ofNanos(context.nanos() - begun.nanos());
    return new StallReview(duration, session.recorder().stalled())
        .toRun(ticket, session.recorder().findings(), List.of(session.result(events)))
        .withRelease(session.recorder().release());
  }
}
