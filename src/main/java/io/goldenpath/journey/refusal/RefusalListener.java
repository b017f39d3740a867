package io.goldenpath.journey.refusal;

import io.goldenpath.contract.definition.Contract;
import io.goldenpath.contract.event.DecodedFrame;
import io.goldenpath.contract.event.FrameContent;
import io.goldenpath.contract.rules.ConnectionEndDiagnosis;
import io.goldenpath.journey.chat.WaitingListener;
import io.goldenpath.journey.run.BodyExcerpt;
import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.finding.Step;
import io.goldenpath.model.run.ConnectionEnd;
import io.goldenpath.model.time.Deadline;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Waits on an open socket for the refusal of a client that must not be let in. */
final class RefusalListener extends WaitingListener {

  private final Contract contract;
  private @Nullable Problem problem;
  private boolean refused;

  /** What decides the attempt; {@code what} completes "it was", and frame 0 means none. */
  record Problem(FindingKind kind, Step step, String what, int frame) {}

  RefusalListener(Contract contract, Deadline end) {
    super(end);
    this.contract = contract;
  }

  @Override
  public void frame(DecodedFrame decoded, int number, long nanos) {
    switch (decoded.content()) {
      case FrameContent.Ready _ -> admitted(Step.WELCOME, "welcomed", number);
      case FrameContent.Event(var event) ->
          admitted(
              event.name().equals(contract.flow().terminal()) ? Step.ANSWER : Step.EVENTS,
              "served with " + event.name(),
              number);
      case FrameContent.Response _ -> admitted(Step.ANSWER, "answered", number);
      case FrameContent.Failure(String text, FrameContent.ErrorCause errorCause, _, _)
          when errorCause == FrameContent.ErrorCause.OVERLOAD ->
          decide(new Problem(FindingKind.SHED, Step.WELCOME, BodyExcerpt.of(text), number));
      case FrameContent.Failure failure ->
          refused |= failure.cause() == FrameContent.ErrorCause.AUTH;
      case FrameContent.Heartbeat _,
          FrameContent.Degraded _,
          FrameContent.Ack _,
          FrameContent.Notice _,
          FrameContent.Unknown _,
          FrameContent.Unreadable _ -> {}
    }
  }

  /** Any end of the connection is a refusal, unless it tells of overload or a protocol error. */
  @Override
  public void closed(ConnectionEnd connectionEnd, long nanos) {
    super.closed(connectionEnd, nanos);
    FindingKind kind = ConnectionEndDiagnosis.kind(connectionEnd);
    if (kind == FindingKind.SHED || kind == FindingKind.PROTOCOL_ERROR) {
      decide(new Problem(kind, Step.WELCOME, ConnectionEndDiagnosis.describe(connectionEnd), 0));
    }
  }

  @Override
  public void elapsed(long nanos) {
    super.elapsed(nanos);
    if (over() && !refused) {
      String what = "neither refused nor welcomed";
      decide(new Problem(FindingKind.TIMED_OUT, Step.WELCOME, what, 0));
    }
  }

  /** Empty when the client was refused. */
  Optional<Problem> problem() {
    return Optional.ofNullable(problem);
  }

  private void admitted(Step step, String what, int number) {
    decide(new Problem(FindingKind.UNAUTHORISED_ACCEPTED, step, what, number));
  }

  private void decide(Problem first) {
    problem = problem == null ? first : problem;
    stop();
  }
}
