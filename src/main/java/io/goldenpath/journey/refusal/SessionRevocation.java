package io.goldenpath.journey.refusal;

import io.goldenpath.journey.chat.ChatTurn;
import io.goldenpath.journey.chat.UserSession;
import io.goldenpath.journey.chat.WaitingListener;
import io.goldenpath.journey.login.LoginResult;
import io.goldenpath.journey.run.UserRunRecorder;
import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.finding.Step;
import io.goldenpath.model.target.RequestTemplate;
import io.goldenpath.model.time.Deadline;
import io.goldenpath.model.time.DurationText;
import java.time.Duration;
import java.util.Optional;

/** Logs out while a socket is open, which must not outlive the session. */
final class SessionRevocation {

  private static final Duration SOCKET_END_DUE = Duration.ofSeconds(2);

  private final UserSession session;
  private final UserRunRecorder recorder;
  private final RequestTemplate logOut;

  SessionRevocation(UserSession session, RequestTemplate logOut) {
    this.session = session;
    this.recorder = session.recorder();
    this.logOut = logOut;
  }

  /** False when anything up to the log-out failed. */
  boolean run() throws InterruptedException {
    try {
      Optional<ChatTurn> turn =
          session.login().logInUncached() ? ChatTurn.open(session) : Optional.empty();
      return turn.isPresent() && onSocket(turn.get());
    } finally {
      // a platform may end every session of the user
      session.login().dropToken();
    }
  }

  private boolean onSocket(ChatTurn turn) throws InterruptedException {
    try {
      return turn.awaitWelcomeOnly() && socketEnds(turn);
    } finally {
      turn.socket().closeNow();
    }
  }

  private boolean socketEnds(ChatTurn turn) throws InterruptedException {
    long asked = recorder.now();
    Deadline deadline = session.deadlineIn(session.context().probe().limits().login().failed());
    Optional<LoginResult.Failure> failure =
        session.login().signedInUser().orElseThrow().call(logOut, "The log-out", deadline);
    failure.ifPresent(session.login()::report);
    if (failure.isPresent()) {
      return false;
    }
    recorder.note("has logged out by " + logOut.label());
    Deadline end = session.deadlineIn(SOCKET_END_DUE);
    WaitingListener ending = new WaitingListener(end);
    turn.loopFor(ending).listen(end);
    if (ending.ending().isEmpty()) {
      String due = DurationText.of(SOCKET_END_DUE);
      recorder
          .finding(FindingKind.UNAUTHORISED_ACCEPTED)
          .doubtful(end.doubtful(recorder.now()))
          .expected("an end of the open socket within " + due + " of the log-out")
          .says(
              "The session went on after the log-out: %s after %s the user's socket was still open",
              due, logOut.label());
    } else if (ending.endedBefore(asked)) {
      recorder
          .finding(FindingKind.DROPPED)
          .in(Step.SEND)
          .expected("an open connection")
          .says("The connection was lost before the user had logged out");
    }
    return true;
  }
}
