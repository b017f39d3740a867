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

  private final RecordedSocket socket;
  private final FrameLoop loop;
  private final UserRunRecorder recorder;
  private final TimeLimits limits;

  QuestionCall(UserSession session, RecordedSocket socket, FrameLoop loop) {
    this.socket = socket;
    this.loop = loop;
    this.recorder = session.recorder();
    this.limits = session.context().probe().limits();
  }

  /** Empty on success, and where it was given up since nobody needs its reply any more. */
  Optional<SubmissionFailure> make(
      RequestTemplate request, Deadline timeout, BooleanSupplier enough)
      throws InterruptedException {
    Deadline deadline = recorder.limitIn(limits.answer().failed()).earlier(timeout);
    try (SubmittedCall call = socket.user().submit(request, deadline, socket::wakeUp)) {
      loop.await(deadline, () -> call.done() || enough.getAsBoolean());
      if (!call.done() && !enough.getAsBoolean()) {
        Deadline late = recorder.limitIn(limits.close()).earlier(deadline);
        loop.listenForOthers(late, call::done);
      }
      if (call.done() || deadline.reached(recorder.now())) {
        return call.failure();
      }
      recorder.note("no longer waits for the reply to " + request.label());
      return Optional.empty();
    }
  }
}
