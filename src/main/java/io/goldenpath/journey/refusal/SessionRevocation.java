package io.goldenpath.journey.refusal;

import io.goldenpath.journey.chat.ChatTurn;
import io.goldenpath.journey.chat.CloseListener;
import io.goldenpath.journey.chat.RunContext;
import io.goldenpath.journey.chat.TurnOptions;
import io.goldenpath.journey.chat.UserSession;
import io.goldenpath.journey.login.LoginFailure;
import io.goldenpath.journey.run.EarlierRunIds;
import io.goldenpath.journey.run.UserRunRecorder;
import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.finding.Step;
import io.goldenpath.model.target.RequestTemplate;
import io.goldenpath.model.time.Deadline;
import io.goldenpath.wire.websocket.UpgradeCall;
import io.goldenpath.wire.websocket.WebSocket;
import java.time.Duration;
import java.util.Optional;

/** A user who logs out while a socket is open: it must not outlive the session. */
final class SessionRevocation {

  private static final Duration SOCKET_END_DUE = Duration.ofSeconds(2);
  private static final String WHO = "The log-out";

  private final RunContext context;
  private final UserSession session;
  private final EarlierRunIds earlierRuns;
  private final UserRunRecorder recorder;
  private final RequestTemplate logOut;

  SessionRevocation(
      RunContext context, UserSession session, EarlierRunIds earlierRuns, RequestTemplate logOut) {
    this.context = context;
    this.session = session;
    this.earlierRuns = earlierRuns;
    this.recorder = session.recorder();
    this.logOut = logOut;
  }

  /** Logs in, connects, and logs out; whether it came so far. */
  boolean run() throws InterruptedException {
    Optional<UpgradeCall> upgrade = session.logInUncached();
    try {
      Optional<WebSocket> socket =
          upgrade.isEmpty() ? Optional.empty() : session.connect(upgrade.get());
      return socket.isPresent()
          && onSocket(
              new ChatTurn(context, session, earlierRuns, socket.get(), TurnOptions.of(context)));
    } finally {
      // a platform may end every session of the user
      session.dropToken();
    }
  }

  private boolean onSocket(ChatTurn turn) throws InterruptedException {
    try {
      return turn.awaitWelcomeOnly() && socketEnds(turn);
    } finally {
      turn.closeNow();
    }
  }

  private boolean socketEnds(ChatTurn turn) throws InterruptedException {
    long asked = recorder.now();
    Optional<LoginFailure> failure =
        session
            .signedInUser()
            .orElseThrow()
            .call(logOut, WHO, session.stepDeadline(context.probe().limits().login()));
    if (failure.isPresent()) {
      LoginFailure why = failure.get();
      recorder.find(why.kind(), Step.LOGIN, why.expected(), why.message());
      return false;
    }
    recorder.note("has logged out by " + logOut.label());
    Deadline end = recorder.deadlineIn(SOCKET_END_DUE).earlier(session.timeout());
    CloseListener ending = new CloseListener(end);
    turn.loopFor(ending).listen(end, () -> false);
    if (ending.ended().isEmpty()) {
      recorder.find(
          FindingKind.UNAUTHORISED_ACCEPTED,
          Step.EVENTS,
          "an end of the open socket within " + SOCKET_END_DUE.toSeconds() + " s of the log-out",
          "The session went on after the log-out: %d s after %s the user's socket was still open"
              .formatted(SOCKET_END_DUE.toSeconds(), logOut.label()));
    } else if (ending.ended().getAsLong() < asked) {
      recorder.find(
          FindingKind.DROPPED,
          Step.SEND,
          "an open connection",
          "The connection was lost before the user had logged out");
    }
    return true;
  }
}
