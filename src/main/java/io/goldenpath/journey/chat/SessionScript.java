package io.goldenpath.journey.chat;

import io.goldenpath.model.run.EventArrival;
import java.util.List;

/** What a single user does in a run, from the login to the last close. */
@FunctionalInterface
public interface SessionScript {

  /** Returns the events of the agent's last run. */
  List<EventArrival> run(UserSession session) throws InterruptedException;

  /** Number of logins after the first. */
  default int extraLogins() {
    return 0;
  }
}
