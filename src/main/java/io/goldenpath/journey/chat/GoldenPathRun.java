package io.goldenpath.journey.chat;

import io.goldenpath.journey.run.EarlierRunIds;
import io.goldenpath.model.finding.Finding;
import io.goldenpath.model.run.EventArrival;
import io.goldenpath.model.run.UserRun;
import io.goldenpath.model.target.User;
import io.goldenpath.redaction.Redactor;
import io.goldenpath.wire.websocket.UpgradeCall;
import io.goldenpath.wire.websocket.WebSocket;
import java.util.List;
import java.util.Optional;

/** One user on the golden path: log in, connect, talk. */
final class GoldenPathRun {

  private final RunContext context;
  private final EarlierRunIds earlierRuns;
  private final UserSession session;

  GoldenPathRun(
      RunContext context, User user, Redactor secrets, EarlierRunIds earlierRuns, long start) {
    this.context = context;
    this.earlierRuns = earlierRuns;
    this.session = new UserSession(context, user, secrets, start);
  }

  UserRun run() throws InterruptedException {
    List<EventArrival> events = List.of();
    Optional<UpgradeCall> upgrade = session.logIn();
    if (upgrade.isPresent()) {
      Optional<WebSocket> socket = session.connect(upgrade.get());
      if (socket.isPresent()) {
        events =
            new GoldenPathChat(
                    context, session, earlierRuns, socket.get(), context.question(), FrameTap.NONE)
                .askAndClose();
      }
    }
    session.cleanUp();
    return session.result(events);
  }

  List<Finding> findings() {
    return session.recorder().findings();
  }
}
