package io.goldenpath.journey.isolation;

import io.goldenpath.dialect.SendStep;
import io.goldenpath.journey.chat.ChatTurn;
import io.goldenpath.journey.chat.FrameTap;
import io.goldenpath.journey.chat.Sent;
import io.goldenpath.journey.chat.TurnOptions;
import io.goldenpath.journey.chat.UserSession;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** A question on another user's thread, which the platform must refuse. */
final class ForeignThreadQuestion {

  private final UserSession session;
  private final FrameTap tap;
  private final BooleanSupplier refused;

  /** {@code refused} tells whether an error frame has come to the tap. */
  ForeignThreadQuestion(UserSession session, FrameTap tap, BooleanSupplier refused) {
    this.session = session;
    this.tap = tap;
    this.refused = refused;
  }

  /**
   * Asks on this turn's connection, or on a new one where each question gets its own. Returns the
   * turn whose connection is open then; empty for none.
   */
  Optional<ChatTurn> ask(ChatTurn turn, String thread) throws InterruptedException {
    Optional<ChatTurn> asking =
        session.context().dialect().connectsPerQuestion() ? connectAnew(turn) : Optional.of(turn);
    if (asking.isPresent()) {
      session.recorder().note("sends a question on another user's thread");
      send(asking.get(), thread);
    }
    return asking;
  }

  private void send(ChatTurn turn, String thread) throws InterruptedException {
    for (SendStep step :
        turn.socket().conversation().submit(session.context().question(), thread)) {
      Sent sent = turn.loop().send(step, session.timeout());
      if (!sent.done()) {
        return;
      }
    }
    Duration wait = session.context().probe().limits().firstEvent().failed();
    turn.loop().listenForOthers(session.deadlineIn(wait), refused);
  }

  private Optional<ChatTurn> connectAnew(ChatTurn turn) throws InterruptedException {
    turn.close();
    session.recorder().note("connects anew, as for each question");
    TurnOptions options = TurnOptions.of(session.context().question(), session, tap);
    Optional<ChatTurn> next =
        session.connect().map(socket -> new ChatTurn(session, socket, options));
    boolean welcomed = false;
    try {
      welcomed = next.isPresent() && next.get().awaitWelcomeOnly();
    } finally {
      if (next.isPresent() && !welcomed) {
        next.get().socket().closeNow();
      }
    }
    return welcomed ? next : Optional.empty();
  }
}
