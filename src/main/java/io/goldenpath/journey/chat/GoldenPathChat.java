package io.goldenpath.journey.chat;

import io.goldenpath.contract.event.Question;
import io.goldenpath.journey.run.EarlierRunIds;
import io.goldenpath.journey.run.UserRunRecorder;
import io.goldenpath.model.run.EventArrival;
import io.goldenpath.model.time.Deadline;
import io.goldenpath.wire.websocket.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One user on one open socket: be welcomed, ask, follow the agent, close. */
public final class GoldenPathChat {

  private static final Duration CLOSE_NOW = Duration.ofSeconds(1);

  private final RunContext context;
  private final UserSession session;
  private final UserRunRecorder recorder;
  private final WebSocket socket;
  private final FrameTap tap;
  private final ChatTurn turn;

  public GoldenPathChat(
      RunContext context,
      UserSession session,
      EarlierRunIds earlierRuns,
      WebSocket socket,
      Question question,
      FrameTap tap) {
    this.context = context;
    this.session = session;
    this.recorder = session.recorder();
    this.socket = socket;
    this.tap = tap;
    this.turn =
        new ChatTurn(context, session, earlierRuns, socket, TurnOptions.of(context, question, tap));
  }

  /** Talks until the run is over, and leaves the socket closed in any case. */
  public List<EventArrival> askAndClose() throws InterruptedException {
    Deadline timeout = session.timeout();
    boolean closed = false;
    try {
      boolean welcome = turn.welcomeStep();
      tap.ready(socket);
      if (welcome) {
        turn.askAndFollow();
      }
      turn.finish();
      askOnForeignThread(timeout);
      listenForOthers(timeout);
      closed = true;
      close(turn.judgement().terminalAt().isPresent());
    } finally {
      if (!closed) {
        socket.close(recorder.deadlineIn(CLOSE_NOW));
      }
    }
    return turn.judgement().events();
  }

  /** Whether the welcome came, whatever became of it. */
  public boolean welcomed() {
    return turn.judgement().readyAt().isPresent();
  }

  /** Asks nothing, and listens until all have gone. */
  public List<EventArrival> listenAndClose() throws InterruptedException {
    Deadline timeout = session.timeout();
    boolean closed = false;
    try {
      boolean welcome = turn.welcomeStep();
      tap.ready(socket);
      turn.loop().listen(timeout, tap::allFinished);
      turn.loop()
          .listen(
              timeout.earlier(recorder.deadlineIn(context.probe().script().listen())), () -> false);
      welcome &= turn.judgement().ready();
      turn.judgement().userLeft(recorder.now());
      turn.finish();
      closed = true;
      close(welcome);
    } finally {
      if (!closed) {
        socket.close(recorder.deadlineIn(CLOSE_NOW));
      }
    }
    return turn.judgement().events();
  }

  /** Asks on a thread that is another's, when all others have ended: none of it may come here. */
  private void askOnForeignThread(Deadline timeout) throws InterruptedException {
    if (!tap.asksOnForeignThread()) {
      return;
    }
    turn.loop().listenForOthers(timeout, tap::othersFinished);
    Optional<String> thread = tap.foreignThread();
    if (thread.isEmpty()) {
      recorder.note("no event has named another user's thread: nothing is asked on one");
    } else {
      recorder.note("asks on the thread of another user");
      turn.loop().send(context.dialect().submit(context.question(), thread.get()), timeout);
      Deadline served = recorder.deadlineIn(context.probe().limits().firstEvent().failed());
      turn.loop().listenForOthers(timeout.earlier(served), tap::refused);
    }
    tap.foreignThreadDone();
  }

  /** The run is over; the others' may not be, and what is theirs may yet come here. */
  private void listenForOthers(Deadline timeout) throws InterruptedException {
    if (!tap.allFinished()) {
      turn.loop().listenForOthers(timeout, tap::allFinished);
      turn.loop()
          .listenForOthers(
              timeout.earlier(recorder.deadlineIn(context.probe().script().listen())), () -> false);
    }
  }

  private void close(boolean well) throws InterruptedException {
    if (well) {
      turn.close();
    } else {
      turn.closeNow();
    }
  }
}
