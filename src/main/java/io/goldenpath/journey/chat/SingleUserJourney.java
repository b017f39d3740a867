package io.goldenpath.journey.chat;

import io.goldenpath.journey.run.EventLoopLag;
import io.goldenpath.journey.run.RecentIds;
import io.goldenpath.model.probe.Probe;
import io.goldenpath.model.run.EventArrival;
import io.goldenpath.model.run.Journey;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.RunInfo;
import io.goldenpath.model.target.User;
import java.util.List;

/** Journey of a single user: every run executes the script in a new session. */
public final class SingleUserJourney implements Journey {

  private static final int RUNS_REMEMBERED = 100;

  private final SessionContext sessions;
  private final SessionScript script;
  private final RecentIds earlierRuns = new RecentIds(RUNS_REMEMBERED);

  public SingleUserJourney(SessionContext sessions, SessionScript script) {
    this.sessions = sessions;
    this.script = script;
  }

  @Override
  public Probe probe() {
    return sessions.context().probe();
  }

  @Override
  public int expectedLogins(User user) {
    return sessions.expectedLogins(user) + script.extraLogins();
  }

  @Override
  public Run run(RunInfo ticket, List<User> users) throws InterruptedException {
    long start = sessions.context().nanos();
    UserSession session = new UserSession(sessions, users.getFirst(), earlierRuns, start);
    List<EventArrival> events = script.run(session);
    session.cleanUp();
    return EventLoopLag.since(start, sessions.context())
        .toRun(ticket, session.recorder().findings(), List.of(session.result(events)));
  }
}
