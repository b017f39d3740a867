package io.goldenpath.journey.chat;

import io.goldenpath.model.run.EventArrival;
import java.util.List;

/** What a single user does in a run, from the login to the last close. */
@FunctionalInterface
public interface SessionScript {

  /** Plays it; the events of the last run of the agent. */
  List<EventArrival> run(UserSession session) throws InterruptedException;

  /** How often the user logs in after the first login. */
  default int extraLogins() {
    return 0;
  }
}
