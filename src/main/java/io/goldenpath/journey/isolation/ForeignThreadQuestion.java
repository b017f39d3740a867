package io.goldenpath.journey.isolation;

import io.goldenpath.framing.Outgoing;
import io.goldenpath.journey.chat.ChatTurn;
import io.goldenpath.journey.chat.UserSession;
import io.goldenpath.journey.run.RunContext;
import io.goldenpath.journey.run.UserRunRecorder;
import io.goldenpath.model.target.User;
import io.goldenpath.model.time.Deadline;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** A question on another user's thread, when all others have ended: the platform must refuse it. */
final class ForeignThreadQuestion {

  private final UserSession session;
  private final StartBarrier barrier;
  private final User user;

  ForeignThreadQuestion(UserSession session, StartBarrier barrier, User user) {
    this.session = session;
    this.barrier = barrier;
    this.user = user;
  }

  void ask(ChatTurn turn, BooleanSupplier refused) throws InterruptedException {
    RunContext context = session.context();
    UserRunRecorder recorder = session.recorder();
    turn.loop().listenForOthers(session.timeout(), barrier::othersFinished);
    Optional<String> thread = barrier.foreignThread(user.account());
    if (thread.isEmpty()) {
      recorder.note("no event has named another user's thread: nothing is asked on one");
      return;
    }
    recorder.note("sends a question on another user's thread");
    Outgoing message = context.dialect().submit(context.question(), thread.get());
    turn.loop().send(message, session.timeout());
    Deadline served = recorder.deadlineIn(context.probe().limits().firstEvent().failed());
    turn.loop().listenForOthers(session.timeout().earlier(served), refused);
  }
}
