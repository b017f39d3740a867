package io.goldenpath.journey.refusal;

import io.goldenpath.contract.definition.Terminal;
import io.goldenpath.contract.event.DecodedFrame;
import io.goldenpath.contract.event.FrameContent;
import io.goldenpath.contract.rules.ConnectionEndDiagnosis;
import io.goldenpath.framing.CloseCodes;
import io.goldenpath.journey.chat.WaitingListener;
import io.goldenpath.journey.login.SubmissionFailure;
import io.goldenpath.journey.login.SubmissionFailure.Stage;
import io.goldenpath.journey.run.BodyExcerpt;
import io.goldenpath.journey.run.RunContext;
import io.goldenpath.journey.run.UserRunRecorder;
import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.finding.Step;
import io.goldenpath.model.run.ConnectionEnd;
import io.goldenpath.model.time.Deadline;
import io.goldenpath.model.time.DurationText;
import java.time.Duration;

/** Waits on an open socket for the refusal of a client that must not be let in. */
final class RefusalListener extends WaitingListener {

  static final Duration DUE = Duration.ofSeconds(2);
  private static final String EXPECTED = "a refusal within " + DurationText.of(DUE);

  private final String client;
  private final Terminal terminal;
  private final CloseCodes closeCodes;
  private final UserRunRecorder recorder;
  private boolean decided;
  private boolean refused;
  private boolean overloaded;

  /** {@code client} says which token is tried, such as "without a token". */
  RefusalListener(String client, RunContext context, UserRunRecorder recorder, Deadline end) {
    super(end);
    this.client = client;
    this.terminal = context.contract().flow().terminal();
    this.closeCodes = context.dialect().closeCodes();
    this.recorder = recorder;
  }

  @Override
  public void frame(DecodedFrame decoded, int number, long nanos) {
    switch (decoded.content()) {
      case FrameContent.Ready _ -> admitted(Step.WELCOME, "welcomed", number);
      case FrameContent.Event(var event) ->
          admitted(
              terminal.has(event.name()) ? Step.ANSWER : Step.EVENTS,
              "served with " + event.name(),
              number);
      case FrameContent.End _, FrameContent.Response _ -> admitted(Step.ANSWER, "answered", number);
      case FrameContent.Failure(String text, FrameContent.ErrorCause errorCause, _, _)
          when errorCause == FrameContent.ErrorCause.OVERLOAD ->
          report(FindingKind.SHED, Step.WELCOME, told(BodyExcerpt.of(text)), number);
      case FrameContent.Failure failure ->
          refused |= failure.cause() == FrameContent.ErrorCause.AUTH || failure.source().framing();
      case FrameContent.Heartbeat _,
          FrameContent.Degraded _,
          FrameContent.Ack _,
          FrameContent.Notice _,
          FrameContent.Paused _,
          FrameContent.Unknown _,
          FrameContent.Unreadable _ -> {}
    }
  }

  /** Any end of the connection is a refusal, unless it tells of overload or a protocol error. */
  @Override
  public void closed(ConnectionEnd connectionEnd, long nanos) {
    super.closed(connectionEnd, nanos);
    FindingKind kind = ConnectionEndDiagnosis.kind(connectionEnd, closeCodes);
    if (kind == FindingKind.SHED || kind == FindingKind.PROTOCOL_ERROR) {
      report(
          kind, Step.WELCOME, told(ConnectionEndDiagnosis.describe(connectionEnd, closeCodes)), 0);
    }
  }

  @Override
  public void elapsed(long nanos) {
    super.elapsed(nanos);
    if (over() && !refused) {
      String message =
          "A client %s was neither refused nor welcomed within %s of the upgrade"
              .formatted(client, DurationText.of(DUE));
      report(FindingKind.TIMED_OUT, Step.WELCOME, message, 0);
    }
  }

  /** What became of the call that asks a question; one that cannot be made says nothing. */
  void unanswered(SubmissionFailure why, int number) {
    if (why.stage() == Stage.REFUSED && why.kind() != FindingKind.SHED) {
      refused = true;
      stop();
    } else if (why.stage() != Stage.NOT_MADE) {
      report(why.kind(), Step.SEND, told(why.message()), number);
    }
  }

  /** Whether the target was too busy to refuse. */
  boolean overloaded() {
    return overloaded;
  }

  private void admitted(Step step, String what, int number) {
    String message = "UNAUTHORISED: a client %s was let in, and %s".formatted(client, what);
    report(FindingKind.UNAUTHORISED_ACCEPTED, step, message, number);
  }

  private String told(String what) {
    return "To a client " + client + ": " + what;
  }

  /** Only the first is reported; frame 0 means none. */
  private void report(FindingKind kind, Step step, String message, int frame) {
    if (!decided) {
      boolean late = kind == FindingKind.TIMED_OUT;
      recorder
          .finding(kind)
          .in(step)
          .frames(frame)
          .doubtful(late && deadline().doubtful(recorder.now()))
          .expected(EXPECTED)
          .says("%s", message);
      decided = true;
      overloaded = kind == FindingKind.SHED;
    }
    stop();
  }
}
