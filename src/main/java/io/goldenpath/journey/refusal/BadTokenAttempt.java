package io.goldenpath.journey.refusal;

import io.goldenpath.journey.chat.FrameLoop;
import io.goldenpath.journey.chat.FrameTap;
import io.goldenpath.journey.chat.RunContext;
import io.goldenpath.journey.chat.SignedInUser;
import io.goldenpath.journey.chat.UpgradeRefusal;
import io.goldenpath.journey.chat.UserSession;
import io.goldenpath.journey.login.FirstMessageSender;
import io.goldenpath.journey.run.UserRunRecorder;
import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.finding.Step;
import io.goldenpath.model.probe.JourneySpec.BadToken;
import io.goldenpath.model.run.Frame;
import io.goldenpath.model.target.Secret;
import io.goldenpath.model.time.Deadline;
import io.goldenpath.wire.http.HttpReply;
import io.goldenpath.wire.websocket.ConnectResult;
import io.goldenpath.wire.websocket.UpgradeCall;
import io.goldenpath.wire.websocket.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** Somebody who brings a bad token, and must not be let in. */
final class BadTokenAttempt {

  /** A refusal is due within this time of the upgrade. */
  static final Duration REFUSAL_DUE = Duration.ofSeconds(2);

  /** After this time without a word the intruder asks, for some serve whom they never welcomed. */
  private static final Duration SILENCE_BEFORE_QUESTION = Duration.ofMillis(300);

  private static final Duration CLOSE_NOW = Duration.ofMillis(50);

  private final RunContext context;
  private final UserSession session;
  private final UserRunRecorder recorder;
  private final BadToken kind;
  private final Secret token;

  BadTokenAttempt(RunContext context, UserSession session, BadToken kind, Secret token) {
    this.context = context;
    this.session = session;
    this.recorder = session.recorder();
    this.kind = kind;
    this.token = token;
    recorder.hide(token);
  }

  /** Tries to get in; whether the platform will bear another one. */
  boolean run() throws InterruptedException {
    SignedInUser signedIn = session.signedInUser().orElseThrow().withBadToken(token);
    Optional<UpgradeCall> upgrade = signedIn.upgrade();
    if (upgrade.isEmpty()) {
      recorder.note("the socket's address cannot be asked for " + described());
      return true;
    }
    recorder.note("connects " + described());
    long from = recorder.now();
    Deadline deadline = session.stepDeadline(context.probe().limits().connect());
    ConnectResult result = context.wire().connect(upgrade.get(), deadline);
    recorder.stepTook(Step.CONNECT, from, recorder.now());
    return switch (result) {
      case ConnectResult.Refused(var reply, _) -> refusedUpgrade(reply);
      case ConnectResult.Failed(var failure, _) -> {
        recorder.find(failure.kind(), Step.CONNECT, "a refusal", sentence(failure.message()));
        yield false;
      }
      case ConnectResult.Connected(var socket, _) -> report(onSocket(socket, signedIn));
    };
  }

  private boolean refusedUpgrade(HttpReply reply) {
    FindingKind kind = UpgradeRefusal.kind(reply);
    String message = sentence(UpgradeRefusal.message(reply, recorder.redact(reply.body())));
    if (kind == FindingKind.SHED) {
      recorder.find(kind, Step.CONNECT, "a refusal", message);
      return false;
    }
    if (reply.status() < 300 || reply.status() >= 500) {
      recorder.find(FindingKind.UPGRADE_REFUSED, Step.CONNECT, "a refusal with 4xx", message);
    }
    return true;
  }

  private RefusalListener onSocket(WebSocket socket, SignedInUser signedIn)
      throws InterruptedException {
    Deadline end = recorder.deadlineIn(REFUSAL_DUE).earlier(session.timeout());
    Deadline hold = recorder.deadlineIn(SILENCE_BEFORE_QUESTION).earlier(end);
    RefusalListener listener = new RefusalListener(context.contract(), end);
    Optional<FirstMessageSender> firstMessage =
        token.reveal().isEmpty() ? Optional.empty() : signedIn.introduction();
    try {
      FrameLoop loop =
          new FrameLoop(socket, context.dialect(), firstMessage, listener, recorder, FrameTap.NONE);
      loop.sendFirstMessage(end);
      loop.listen(hold, () -> false);
      if (!listener.over()) {
        ask(socket, end);
      }
      loop.listen(end, () -> false);
      return listener;
    } finally {
      socket.close(recorder.deadlineIn(CLOSE_NOW));
    }
  }

  private void ask(WebSocket socket, Deadline deadline) throws InterruptedException {
    String message = context.dialect().submit(context.question(), null);
    long from = recorder.now();
    if (socket.send(message, deadline)) {
      int bytes = message.getBytes(StandardCharsets.UTF_8).length;
      recorder.frame(Frame.Direction.SENT, from, bytes, message);
    }
  }

  private boolean report(RefusalListener listener) {
    Optional<RefusalListener.Problem> problem = listener.problem();
    problem.ifPresent(seen -> {
      String message =
          switch (seen.kind()) {
            case UNAUTHORISED_ACCEPTED ->
                "INTRUDER: somebody %s was let in, and %s".formatted(described(), seen.what());
            case TIMED_OUT ->
                "Somebody %s was %s within %d s of the upgrade"
                    .formatted(described(), seen.what(), REFUSAL_DUE.toSeconds());
            default -> sentence(seen.what());
          };
      recorder.find(
          seen.kind(),
          seen.step(),
          "a refusal within " + REFUSAL_DUE.toSeconds() + " s",
          message,
          seen.frame() == null ? new Integer[0] : new Integer[] {seen.frame()});
    });
    return problem.isEmpty() || problem.get().kind() != FindingKind.SHED;
  }

  private String sentence(String what) {
    return "To somebody " + described() + ": " + what;
  }

  private String described() {
    return switch (kind) {
      case NONE -> "without a token";
      case GARBAGE -> "with garbage for a token";
      case EXPIRED -> "with an expired token";
      case FOREIGN -> "with a token that somebody else has signed";
    };
  }
}
