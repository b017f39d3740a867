package io.goldenpath.journey.chat;

import io.goldenpath.model.run.EventArrival;
import java.util.List;
import java.util.Optional;

/** One user logs in, asks, follows the agent's events and gets an answer. */
public final class GoldenPath implements SessionScript {

  @Override
  public List<EventArrival> run(UserSession session) throws InterruptedException {
    Optional<RecordedSocket> socket = session.logInAndConnect();
    return socket.isPresent() ? new ChatTurn(session, socket.get()).askAndClose() : List.of();
  }
}
