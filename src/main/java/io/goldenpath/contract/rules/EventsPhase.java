package io.goldenpath.contract.rules;

import static io.goldenpath.model.finding.FindingKind.PROTOCOL_ERROR;
import static io.goldenpath.model.finding.FindingKind.UNEXPECTED_EVENT;

import io.goldenpath.contract.definition.RunExpectations;
import io.goldenpath.contract.event.AgentEvent;
import io.goldenpath.contract.event.DecodedFrame;
import io.goldenpath.contract.event.FrameContent;
import io.goldenpath.contract.stream.Outage;
import io.goldenpath.contract.stream.OwnRunDetector;
import io.goldenpath.contract.stream.ReceivedEvents;
import io.goldenpath.contract.stream.RunEvents;
import io.goldenpath.contract.stream.TimedEvent;
import io.goldenpath.model.finding.Excerpt;
import io.goldenpath.model.finding.Severity;
import io.goldenpath.model.finding.Step;
import io.goldenpath.model.run.ConnectionEnd;
import io.goldenpath.model.time.Deadline;
import io.goldenpath.model.time.DurationText;
import io.goldenpath.model.time.Stalls;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Phase of a connection from the question to the end of the run. */
final class EventsPhase extends Phase {

  private final RunExpectations expectations;
  private final ReceivedEvents received;
  private final RuleSet rules;
  private final Stalls stalls;
  private final long sent;
  private final SilenceDiagnosis silence = new SilenceDiagnosis();
  private @Nullable Long broken;

  EventsPhase(
      RunExpectations all,
      OwnRunDetector run,
      ErrorReports errors,
      SequenceNumberRule sequence,
      long sent) {
    super(errors, Step.EVENTS);
    this.expectations = all;
    this.stalls = errors.stalls();
    this.sent = sent;
    this.received = new ReceivedEvents(all, run, sent, stalls);
    this.rules = new RuleSet(all, sequence, stalls);
  }

  @Override
  boolean began() {
    return run().last().isPresent();
  }

  @Override
  boolean endedWell() {
    return run().terminal().isPresent() && !findings.failed();
  }

  RunEvents run() {
    return received.runEvents();
  }

  @Override
  Deadline deadline() {
    Optional<TimedEvent> terminal = run().terminal();
    if (terminal.isPresent() && received.certain()) {
      return listenUntil(terminal.get().nanos());
    }
    return broken != null ? listenUntil(broken) : received.deadline();
  }

  /** What came while we stood still is read before we go. */
  private Deadline listenUntil(long from) {
    return Deadline.awake(from, expectations.script().listen(), stalls);
  }

  void reconnected(Outage outage) {
    received.reconnected(outage);
  }

  @Override
  void frame(DecodedFrame decoded, boolean foreign, int number, long nanos) {
    rules.frame(decoded, number, nanos);
    if (foreign) {
      received.addForeign(decoded, number, nanos);
      return;
    }
    report(decoded.content(), number, nanos);
    switch (decoded.content()) {
      case FrameContent.Event(AgentEvent event) -> event(event, decoded, number, nanos);
      case FrameContent.Failure failure -> failure(failure, number, nanos);
      case FrameContent.End end -> end(end, decoded, number, nanos);
      case FrameContent.Paused(String type) -> paused(type, number, nanos);
      case FrameContent.Heartbeat _ -> silence.heartbeat();
      case FrameContent.Ack(boolean question) -> silence.acknowledged(question);
      case FrameContent.Response _ -> silence.responded();
      case FrameContent.Unknown(String type) -> silence.unknown(type);
      case FrameContent.Notice(String type, _) -> silence.noise(type);
      default -> {}
    }
  }

  @Override
  void closed(ConnectionEnd end, long nanos) {
    if (run().terminal().isEmpty() && broken == null) {
      String after =
          run().last().map(last -> ", after " + last.name()).orElse(", before any event");
      String when = DurationText.between(sent, nanos) + " after the question" + after;
      errors.connectionEnded(end, Step.EVENTS, when, nanos);
    } else if (end instanceof ConnectionEnd.ProtocolViolation(String message)) {
      findings
          .of(PROTOCOL_ERROR)
          .at(nanos)
          .contrast("a normal close", Excerpt.of(message))
          .says("After the run the server broke the protocol: %s", message);
    }
    finish();
  }

  @Override
  void elapsed(long nanos) {
    if (over() || !deadline().reached(nanos)) {
      return;
    }
    if (run().terminal().isEmpty() && broken == null && !errors.endedInError()) {
      reportSilence(deadline());
    }
    finish();
  }

  @Override
  void finish() {
    if (!over()) {
      super.finish();
      rules.judge(received, findings);
    }
  }

  private void reportSilence(Deadline passed) {
    if (received.isAnswerOverdue()) {
      silence.timedOut(run(), expectations.limits().answer().failed(), passed, findings);
    } else {
      silence.report(run(), received.nextEventLimit(), passed, findings);
    }
  }

  private void event(AgentEvent event, DecodedFrame decoded, int number, long nanos) {
    if (received.addEvent(event, decoded.fields(), number, nanos)) {
      errors.runContinued(number);
      boolean end =
          run()
              .terminal()
              .filter(last -> last.frame() == number && last.event().equals(event))
              .isPresent();
      if (event.body().failed() && !end) {
        errors.add(failedWork(event), Step.EVENTS, number, nanos);
      }
    }
  }

  private static FrameContent.Failure failedWork(AgentEvent event) {
    return new FrameContent.Failure(
        event.name() + " says that it failed",
        FrameContent.ErrorCause.PLATFORM,
        new FrameContent.ErrorSource(event.agent(), event.tool()),
        event.ids());
  }

  private void failure(FrameContent.Failure failure, int number, long nanos) {
    if (!received.addFailure(failure, number, nanos)) {
      return;
    }
    errors.add(failure, Step.EVENTS, number, nanos);
    boolean ends =
        failure.cause() == FrameContent.ErrorCause.AGENT
            && run().isOwnAgent(failure.source().agent());
    if (broken == null && (ends || failure.source().framing())) {
      broken = nanos;
    }
  }

  /** An end without an answer is what an error before it led to, and no second finding. */
  private void end(FrameContent.End end, DecodedFrame decoded, int number, long nanos) {
    boolean success = end.failure() == null;
    if (success && !expectations.contract().flow().terminal().isEnd()) {
      return;
    }
    boolean shadow =
        success
            ? end.answer().isBlank() && errors.endedInError(number)
            : errors.reportedIn(number) && errors.endedInError(number);
    if (shadow && broken == null) {
      broken = nanos;
    } else if (!shadow && received.addEnd(end, decoded.fields(), number, nanos) && success) {
      errors.runContinued(number);
    }
  }

  private void paused(String type, int number, long nanos) {
    if (run().terminal().isEmpty()) {
      findings
          .of(UNEXPECTED_EVENT)
          .as(Severity.ERROR)
          .at(nanos)
          .frames(number)
          .about(type)
          .contrast("a run that needs nobody", type)
          .says("The run waits for a person, and goes no further without one: %s", type);
      broken = broken == null ? Long.valueOf(nanos) : broken;
    }
  }
}
