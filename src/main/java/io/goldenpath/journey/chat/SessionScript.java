package io.goldenpath.journey.chat;

import io.goldenpath.model.run.EventArrival;
import java.util.List;
import java.util.Optional;

/** What a single user does in a run, from the login to the last close. */
@FunctionalInterface
public interface SessionScript {

  /** The user logs in, asks, follows the agent's events and gets an answer. */
  SessionScript GOLDEN_PATH =
      session -> {
        Optional<ChatTurn> turn =
            session.login().logIn() ? ChatTurn.open(session) : Optional.empty();
        return turn.isPresent() ? turn.get().askAndClose() : List.of();
      };

  /** Returns the events of the agent's last run. */
  List<EventArrival> run(UserSession session) throws InterruptedException;

  /** Number of logins after the first. */
  default int extraLogins() {
    return 0;
  }
}
