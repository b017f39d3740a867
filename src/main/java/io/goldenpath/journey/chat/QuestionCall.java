package io.goldenpath.journey.chat;

import io.goldenpath.journey.login.SubmissionFailure;
import io.goldenpath.journey.login.SubmittedCall;
import io.goldenpath.journey.run.UserRunRecorder;
import io.goldenpath.model.target.RequestTemplate;
import io.goldenpath.model.time.Deadline;
import io.goldenpath.model.time.TimeLimits;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** HTTP call that a dialect makes beside its socket, which is listened to meanwhile. */
final class QuestionCall {

  /** How the socket is listened to meanwhile. */
  interface Listening {

    /** Receives until {@code enough}, or until a listener is over that was not. */
    void await(Deadline deadline, BooleanSupplier enough) throws InterruptedException;

    /** Receives until {@code enough}, even when the listener is over. */
    void listenForOthers(Deadline deadline, BooleanSupplier enough) throws InterruptedException;
  }

  private final RecordedSocket socket;
  private final Listening listening;
  private final UserRunRecorder recorder;
  private final TimeLimits limits;

  QuestionCall(UserSession session, RecordedSocket socket, Listening listening) {
    this.socket = socket;
    this.listening = listening;
    this.recorder = session.recorder();
    this.limits = session.context().probe().limits();
  }

  /** Empty on success, and where it was given up since nobody needs its reply any more. */
  Optional<SubmissionFailure> make(
      RequestTemplate request, Deadline timeout, BooleanSupplier enough)
      throws InterruptedException {
    Deadline deadline = recorder.limitIn(limits.answer().failed()).earlier(timeout);
    try (SubmittedCall call = socket.user().submit(request, deadline, socket::wakeUp)) {
      listening.await(deadline, () -> call.done() || enough.getAsBoolean());
      if (!call.done() && !enough.getAsBoolean()) {
        Deadline late = recorder.limitIn(limits.close()).earlier(deadline);
        listening.listenForOthers(late, call::done);
      }
      if (call.done() || deadline.reached(recorder.now())) {
        return call.failure();
      }
      recorder.note("no longer waits for the reply to " + request.label());
      return Optional.empty();
    }
  }
}
