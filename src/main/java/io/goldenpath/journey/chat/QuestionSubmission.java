package io.goldenpath.journey.chat;

import io.goldenpath.contract.rules.UnsentQuestion;
import io.goldenpath.contract.rules.UserJudgement;
import io.goldenpath.dialect.Conversation;
import io.goldenpath.dialect.SendStep;
import io.goldenpath.dialect.SendStep.Sending;
import io.goldenpath.framing.Outgoing;
import io.goldenpath.journey.login.SubmissionFailure;
import io.goldenpath.journey.run.UserRunRecorder;
import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.finding.Step;
import io.goldenpath.model.target.RequestTemplate;
import io.goldenpath.model.time.Deadline;
import io.goldenpath.model.time.DurationText;
import io.goldenpath.model.time.TimeLimit;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;

/** Sends one question in the steps of its dialect: over the socket, or by HTTP calls. */
final class QuestionSubmission {

  private static final Duration LAST_FRAMES = Duration.ofSeconds(1);

  private final UserSession session;
  private final UserRunRecorder recorder;
  private final Conversation conversation;
  private final FrameLoop loop;
  private final UserJudgement judgement;
  private final TurnOptions options;
  private final long begun;
  private OptionalLong sent = OptionalLong.empty();

  QuestionSubmission(
      UserSession session,
      Conversation conversation,
      FrameLoop loop,
      UserJudgement judgement,
      TurnOptions options) {
    this.session = session;
    this.recorder = session.recorder();
    this.conversation = conversation;
    this.loop = loop;
    this.judgement = judgement;
    this.options = options;
    this.begun = recorder.now();
  }

  /**
   * Sends it, and returns when it had been sent, in nanoseconds of the monotonic clock; empty where
   * it was not. A call that goes on is given up as soon as it is {@code enough}.
   */
  OptionalLong submit(BooleanSupplier enough) throws InterruptedException {
    List<SendStep> steps = conversation.submit(options.question());
    boolean goesOn = true;
    for (int i = 0; i < steps.size() && goesOn; i++) {
      goesOn = requested(steps.get(i)) && send(steps.get(i).make(), i == steps.size() - 1, enough);
    }
    if (sent.isEmpty()) {
      loop.listen(recorder.deadlineIn(LAST_FRAMES).earlier(session.timeout()));
      recorder.stepTook(Step.SEND, begun, recorder.now());
    }
    return sent;
  }

  /** Waits until the server asks for it; false where it does not in time. */
  private boolean requested(SendStep step) throws InterruptedException {
    if (step.due()) {
      return true;
    }
    long from = recorder.now();
    TimeLimit limit = options.limits().queue();
    Deadline queue = recorder.limitIn(limit.failed());
    loop.listen(queue.earlier(session.timeout()), step::due);
    if (step.due()) {
      recorder.warnIfSlow(Step.SEND, limit, from, recorder.now());
    } else if (queue.reached(recorder.now())) {
      judgement.unsent(notRequested(limit.failed(), queue), recorder.now());
    }
    return step.due();
  }

  private UnsentQuestion notRequested(Duration limit, Deadline passed) {
    String within = DurationText.of(limit);
    return new UnsentQuestion(
        FindingKind.TIMED_OUT,
        "the server's request for the question within " + within,
        "The server did not ask for the question: nothing that its dialect waits for came within "
            + within,
        null,
        passed.doubtful(recorder.now()));
  }

  /** False where the rest is of no use. */
  private boolean send(Sending sending, boolean last, BooleanSupplier enough)
      throws InterruptedException {
    return switch (sending) {
      case Sending.Socket(Outgoing message) -> send(message, last);
      case Sending.Call(RequestTemplate request) -> call(request, last, enough);
    };
  }

  private boolean send(Outgoing message, boolean last) throws InterruptedException {
    long from = recorder.now();
    OptionalInt frame =
        judgement.allowsMessage(message.bytes(), from)
            ? loop.send(message, session.timeout(), FrameLoop.SUBMIT)
            : OptionalInt.empty();
    if (last && frame.isPresent()) {
      sent(frame.getAsInt(), from);
    }
    return frame.isPresent();
  }

  /**
   * The question counts as sent when the call is handed out, for events may come before its reply.
   */
  private boolean call(RequestTemplate request, boolean last, BooleanSupplier enough)
      throws InterruptedException {
    int note = recorder.note((last ? "asks by " : "calls ") + request.label());
    recorder.taken(note, FrameLoop.SUBMIT);
    if (last) {
      sent(note, recorder.now());
    }
    Optional<SubmissionFailure> failure = loop.call(request, session.timeout(), enough);
    if (failure.isPresent()) {
      awaitBegin();
      judgement.unsent(unsent(failure.get()), recorder.now());
    }
    return failure.isEmpty();
  }

  /** A reply may overtake the first events of a run that has begun all the same. */
  private void awaitBegin() throws InterruptedException {
    Deadline last = recorder.deadlineIn(LAST_FRAMES).earlier(session.timeout());
    loop.listen(last, () -> !judgement.events().isEmpty());
  }

  private void sent(int frame, long nanos) {
    options.tap().sent(frame, nanos);
    judgement.sent(nanos);
    sent = OptionalLong.of(recorder.now());
    recorder.stepTook(Step.SEND, begun, recorder.now());
  }

  private static UnsentQuestion unsent(SubmissionFailure why) {
    return new UnsentQuestion(why.kind(), why.expected(), why.message(), why.retryAfter(), false);
  }
}
