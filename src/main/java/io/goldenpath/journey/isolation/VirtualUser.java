package io.goldenpath.journey.isolation;

import io.goldenpath.contract.event.DecodedFrame;
import io.goldenpath.contract.event.FrameContent;
import io.goldenpath.contract.event.Question;
import io.goldenpath.contract.isolation.Participant;
import io.goldenpath.contract.isolation.UserFrameLog;
import io.goldenpath.contract.rules.UserJudgement;
import io.goldenpath.journey.chat.ChatTurn;
import io.goldenpath.journey.chat.FrameTap;
import io.goldenpath.journey.chat.RecordedSocket;
import io.goldenpath.journey.chat.TurnOptions;
import io.goldenpath.journey.chat.UserSession;
import io.goldenpath.journey.run.RunContext;
import io.goldenpath.model.regression.SeenRelease;
import io.goldenpath.model.run.EventArrival;
import io.goldenpath.model.run.UserRun;
import io.goldenpath.model.target.Secret;
import io.goldenpath.model.target.User;
import io.goldenpath.model.time.Deadline;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One of several concurrent users, on its own thread: asks with the others or only listens. */
final class VirtualUser implements FrameTap {

  private UserSession session;
  private final StartBarrier barrier;
  private final User user;
  private final @Nullable Question question;
  private UserFrameLog frameLog;
  private boolean asksOnForeignThread;
  private boolean refused;

  /** The question is null for a user who only listens. */
  VirtualUser(UserSession session, StartBarrier barrier, User user, @Nullable Question question) {
    this.session = session;
    this.barrier = barrier;
    this.user = user;
    this.question = question;
    this.frameLog = frameLog(null);
  }

  Optional<Question> question() {
    return Optional.ofNullable(question);
  }

  UserFrameLog frameLog() {
    return frameLog;
  }

  /** How long the monitor stood still in this user's waits. */
  Duration stalled() {
    return session.recorder().stalled();
  }

  /** The target's release; null where no header tells it. */
  @Nullable SeenRelease release() {
    return session.recorder().release();
  }

  void setForeignThread() {
    asksOnForeignThread = true;
  }

  /** Runs until all users are done; tells the barrier on any exit, so that nobody waits in vain. */
  UserRun run(Set<String> earlierNonces) throws InterruptedException {
    try {
      List<EventArrival> events = attempt(earlierNonces);
      Optional<UserSession> renewed = session.afterStaleToken();
      if (renewed.isPresent()) {
        session = renewed.get();
        events = attempt(earlierNonces);
      }
      session.end();
      return session.result(events);
    } finally {
      barrier.arrived(user);
      barrier.finished(user);
      frameLog.findings(session.recorder().findings());
    }
  }

  private List<EventArrival> attempt(Set<String> earlierNonces) throws InterruptedException {
    Optional<RecordedSocket> socket = logInAndConnect(earlierNonces);
    return socket.isPresent() ? chat(socket.get()) : List.of();
  }

  private Optional<RecordedSocket> logInAndConnect(Set<String> earlierNonces)
      throws InterruptedException {
    boolean turn =
        barrier.awaitTurn(session.timeout().remainingNanos(session.context().clocks().stopwatch()));
    try {
      boolean loggedIn = session.login().logIn();
      frameLog = frameLog(session.subject().orElse(null));
      frameLog.earlierNonces(earlierNonces);
      return loggedIn ? session.connect() : Optional.empty();
    } finally {
      if (turn) {
        barrier.endTurn();
      }
    }
  }

  private List<EventArrival> chat(RecordedSocket socket) throws InterruptedException {
    RunContext context = session.context();
    Question asked = question == null ? context.question() : question;
    ChatTurn turn = new ChatTurn(session, socket, TurnOptions.of(asked, session, this));
    try {
      boolean welcome = turn.welcomeStep();
      if (!welcome) {
        record(turn);
      }
      if (!session.reusedTokenRefused()) {
        barrier.register(socket);
        barrier.arrived(user);
        if (question == null) {
          if (listen(turn, welcome)) {
            turn.close();
          }
        } else {
          ask(turn, welcome);
        }
      }
    } finally {
      socket.closeNow();
    }
    return turn.judgement().events();
  }

  private void ask(ChatTurn turn, boolean welcome) throws InterruptedException {
    if (welcome) {
      turn.hold();
      turn.loop().listen(barrier.deadline().earlier(session.timeout()), barrier::isOpen);
      turn.submitAndFollow(() -> false);
      record(turn);
    }
    if (session.reusedTokenRefused()) {
      return;
    }
    Optional<ChatTurn> open = asksOnForeignThread ? askOnForeignThread(turn) : Optional.of(turn);
    if (open.isPresent()) {
      stay(open.get(), turn.answered());
    }
  }

  /** When all others have ended; returns the turn on whose connection the user stays, if any. */
  private Optional<ChatTurn> askOnForeignThread(ChatTurn turn) throws InterruptedException {
    refused = false;
    turn.loop().listenForOthers(session.timeout(), barrier::othersFinished);
    Optional<String> thread = barrier.foreignThread(user);
    if (thread.isEmpty()) {
      session.recorder().note("no event has named another user's thread: nothing is asked on one");
      return Optional.of(turn);
    }
    Optional<ChatTurn> open =
        new ForeignThreadQuestion(session, this, () -> refused).ask(turn, thread.get());
    open.map(ChatTurn::socket).ifPresent(barrier::register);
    return open;
  }

  /** Until the last run is over, for a leak may come late. */
  private void stay(ChatTurn turn, boolean answered) throws InterruptedException {
    try {
      barrier.finished(user);
      if (!barrier.allFinished()) {
        turn.loop().listenForOthers(session.timeout(), barrier::allFinished);
        turn.loop().listenForOthers(lastFrames(), () -> false);
      }
      if (answered) {
        turn.close();
      }
    } finally {
      turn.socket().closeNow();
    }
  }

  private boolean listen(ChatTurn turn, boolean welcome) throws InterruptedException {
    if (!welcome) {
      return false;
    }
    turn.loop().listen(session.timeout(), barrier::allFinished);
    turn.loop().listen(lastFrames());
    boolean stayed = turn.judgement().ready();
    turn.judgement().userLeft(session.recorder().now());
    record(turn);
    return stayed;
  }

  /** Frames may still come after the last run is over. */
  private Deadline lastFrames() {
    return session.deadlineIn(session.context().probe().script().listen());
  }

  private void record(ChatTurn turn) {
    turn.finish();
    UserJudgement judgement = turn.judgement();
    frameLog.ownRun(judgement.runId().orElse(null));
    frameLog.answered(judgement.terminalAt());
  }

  @Override
  public void sent(int frame, long nanos) {
    frameLog.questionSent(frame, nanos);
  }

  @Override
  public void received(DecodedFrame decoded, String raw, int frame, long nanos) {
    frameLog.received(decoded, raw, frame, nanos);
    refused |= decoded.content() instanceof FrameContent.Failure;
    if (decoded.content() instanceof FrameContent.Event(var event)
        && event.ids().thread() != null) {
      barrier.threadSeen(user, event.ids().thread());
    }
  }

  private UserFrameLog frameLog(@Nullable String subject) {
    return new UserFrameLog(
        new Participant(
            user.slot(),
            user.account(),
            subject,
            user.credential("email").map(Secret::reveal).orElse(null),
            question == null ? null : question.nonce(),
            question == null),
        barrier.users());
  }
}
