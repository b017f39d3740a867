package io.goldenpath.journey.refusal;

import io.goldenpath.dialect.SendStep;
import io.goldenpath.journey.chat.FrameLoop;
import io.goldenpath.journey.chat.FrameTap;
import io.goldenpath.journey.chat.RecordedSocket;
import io.goldenpath.journey.chat.Sent;
import io.goldenpath.journey.chat.UpgradeRefusal;
import io.goldenpath.journey.chat.UserSession;
import io.goldenpath.journey.login.FirstMessageSender;
import io.goldenpath.journey.login.SignedInUser;
import io.goldenpath.journey.login.SubmissionFailure;
import io.goldenpath.journey.run.RunContext;
import io.goldenpath.journey.run.UserRunRecorder;
import io.goldenpath.model.finding.FindingDraft;
import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.finding.Step;
import io.goldenpath.model.probe.JourneySpec.BadToken;
import io.goldenpath.model.target.Secret;
import io.goldenpath.model.time.Deadline;
import io.goldenpath.wire.ConnectResult;
import io.goldenpath.wire.HttpReply;
import io.goldenpath.wire.UpgradeCall;
import java.time.Duration;
import java.util.Optional;

/** Connects with a bad token, which must be refused. */
final class BadTokenAttempt {

  /** After this silence the client asks, for some platforms serve whom they never welcomed. */
  private static final Duration SILENCE_BEFORE_QUESTION = Duration.ofMillis(300);

  private final RunContext context;
  private final UserSession session;
  private final UserRunRecorder recorder;
  private final BadToken kind;
  private final Secret token;

  BadTokenAttempt(UserSession session, BadToken kind, Secret token) {
    this.context = session.context();
    this.session = session;
    this.recorder = session.recorder();
    this.kind = kind;
    this.token = token;
    recorder.hide(token);
  }

  /** False when the target is overloaded or out of reach, so that no other attempt makes sense. */
  boolean run() throws InterruptedException {
    SignedInUser signedIn = session.login().signedInUser().orElseThrow().withBadToken(token);
    Optional<UpgradeCall> upgrade = signedIn.upgrade();
    if (upgrade.isEmpty()) {
      recorder.note("the socket's address cannot be asked for " + described());
      return true;
    }
    recorder.note("connects " + described());
    long from = recorder.now();
    Deadline deadline = session.deadlineIn(context.probe().limits().connect().failed());
    ConnectResult result = session.open(upgrade.get(), deadline);
    recorder.stepTook(Step.CONNECT, from, recorder.now());
    return switch (result) {
      case ConnectResult.Refused(var reply, _) -> refusedUpgrade(reply);
      case ConnectResult.Failed(var failure, _) -> {
        report(failure.kind(), "a refusal", failure.message());
        yield false;
      }
      case ConnectResult.Connected(var socket, _, _) ->
          !onSocket(session.recorded(socket, signedIn, false), signedIn).overloaded();
    };
  }

  private boolean refusedUpgrade(HttpReply reply) {
    FindingKind kind = UpgradeRefusal.kind(reply);
    String message = UpgradeRefusal.message(reply, recorder.redact(reply.body()));
    if (kind == FindingKind.SHED) {
      told(kind, "a refusal").retryAfter(session.retryAfter(reply)).says("%s%s", to(), message);
      return false;
    }
    if (reply.status() < 300 || reply.status() >= 500) {
      report(FindingKind.UPGRADE_REFUSED, "a refusal with 4xx", message);
    }
    return true;
  }

  private void report(FindingKind kind, String expected, String what) {
    told(kind, expected).says("%s%s", to(), what);
  }

  private FindingDraft told(FindingKind kind, String expected) {
    return recorder.finding(kind).in(Step.CONNECT).expected(expected);
  }

  private String to() {
    return "To a client " + described() + ": ";
  }

  private RefusalListener onSocket(RecordedSocket socket, SignedInUser signedIn)
      throws InterruptedException {
    Deadline end = session.deadlineIn(RefusalListener.DUE);
    Deadline hold = recorder.deadlineIn(SILENCE_BEFORE_QUESTION).earlier(end);
    RefusalListener listener = new RefusalListener(described(), context, recorder, end);
    Optional<FirstMessageSender> firstMessage =
        token.reveal().isEmpty() ? Optional.empty() : signedIn.firstMessage();
    try {
      FrameLoop loop = new FrameLoop(session, socket, firstMessage, listener, FrameTap.NONE);
      loop.open(end);
      loop.listen(hold);
      if (!listener.over()) {
        ask(socket, loop, listener);
      }
      loop.listen(end);
      return listener;
    } finally {
      socket.closeNow();
    }
  }

  private void ask(RecordedSocket socket, FrameLoop loop, RefusalListener listener)
      throws InterruptedException {
    for (SendStep step : socket.conversation().submit(context.question())) {
      Sent sent = loop.send(step, listener.deadline());
      if (sent instanceof Sent.Failed(int frame, SubmissionFailure why)) {
        listener.unanswered(why, frame);
      }
      if (!sent.done()) {
        return;
      }
    }
  }

  private String described() {
    return switch (kind) {
      case NONE -> "without a token";
      case GARBAGE -> "with a malformed token";
      case EXPIRED -> "with an expired token";
      case FOREIGN -> "with a token that somebody else has signed";
    };
  }
}
