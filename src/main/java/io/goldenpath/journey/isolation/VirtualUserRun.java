package io.goldenpath.journey.isolation;

import io.goldenpath.contract.event.Question;
import io.goldenpath.journey.chat.GoldenPathChat;
import io.goldenpath.journey.chat.RunContext;
import io.goldenpath.journey.chat.UserSession;
import io.goldenpath.journey.run.EarlierRunIds;
import io.goldenpath.model.run.EventArrival;
import io.goldenpath.model.run.UserRun;
import io.goldenpath.wire.websocket.UpgradeCall;
import io.goldenpath.wire.websocket.WebSocket;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One user at a party: in at the door, ask with the others or listen, and go when all go. */
final class VirtualUserRun {

  private final RunContext context;
  private final StartBarrier barrier;
  private final VirtualUser virtualUser;
  private final UserSession session;
  private final EarlierRunIds earlierRuns;
  private final Set<String> earlierNonces;

  /**
   * @param earlierNonces what users asked for in runs before this one
   */
  VirtualUserRun(
      RunContext context,
      StartBarrier barrier,
      VirtualUser virtualUser,
      UserSession session,
      EarlierRunIds earlierRuns,
      Set<String> earlierNonces) {
    this.context = context;
    this.barrier = barrier;
    this.virtualUser = virtualUser;
    this.session = session;
    this.earlierRuns = earlierRuns;
    this.earlierNonces = earlierNonces;
  }

  VirtualUser virtualUser() {
    return virtualUser;
  }

  /** Attends, on the user's own thread, and leaves nobody waiting. */
  UserRun run() throws InterruptedException {
    try {
      List<EventArrival> events = List.of();
      Optional<WebSocket> socket = logInAndConnect();
      if (socket.isPresent()) {
        events = askOrListen(socket.get());
      }
      session.cleanUp();
      return session.result(events);
    } finally {
      virtualUser.leave();
      virtualUser.frameLog().findings(session.recorder().findings());
    }
  }

  private Optional<WebSocket> logInAndConnect() throws InterruptedException {
    boolean turn =
        barrier.awaitTurn(session.timeout().remainingNanos(context.clocks().stopwatch()));
    try {
      Optional<UpgradeCall> upgrade = session.logIn();
      virtualUser.loggedIn(
          session.signedInUser().map(signedInUser -> signedInUser.token().subject()).orElse(null),
          earlierNonces);
      return upgrade.isPresent() ? session.connect(upgrade.get()) : Optional.empty();
    } finally {
      if (turn) {
        barrier.endTurn();
      }
    }
  }

  private List<EventArrival> askOrListen(WebSocket socket) throws InterruptedException {
    Optional<Question> question = virtualUser.question();
    GoldenPathChat goldenPathChat =
        new GoldenPathChat(
            context,
            session,
            earlierRuns,
            socket,
            question.orElseGet(context::question),
            virtualUser);
    return question.isPresent() ? goldenPathChat.askAndClose() : goldenPathChat.listenAndClose();
  }
}
