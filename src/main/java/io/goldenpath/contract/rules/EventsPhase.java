package io.goldenpath.contract.rules;

import static io.goldenpath.model.finding.FindingKind.DEGRADED_SERVICE;
import static io.goldenpath.model.finding.FindingKind.MALFORMED_EVENT;
import static io.goldenpath.model.finding.FindingKind.PROTOCOL_ERROR;

import io.goldenpath.contract.definition.RunExpectations;
import io.goldenpath.contract.event.AgentEvent;
import io.goldenpath.contract.event.DecodedFrame;
import io.goldenpath.contract.event.FrameContent;
import io.goldenpath.contract.stream.Outage;
import io.goldenpath.contract.stream.OwnRunDetector;
import io.goldenpath.contract.stream.ReceivedEvents;
import io.goldenpath.contract.stream.RunDeadlines;
import io.goldenpath.contract.stream.RunEvents;
import io.goldenpath.contract.stream.TimedEvent;
import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.finding.FindingText;
import io.goldenpath.model.finding.Findings;
import io.goldenpath.model.finding.Step;
import io.goldenpath.model.run.ConnectionEnd;
import io.goldenpath.model.time.Deadline;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** From the question to the end of the run: listens, and knows when it has heard enough. */
final class EventsPhase {

  private final RunExpectations expectations;
  private final ErrorReports errors;
  private final Findings findings;
  private final ReceivedEvents received;
  private final RuleSet rules;
  private final RunDeadlines deadlines;
  private final long sent;
  private final SilenceDiagnosis silence = new SilenceDiagnosis();
  private @Nullable Long failed;
  private boolean over;

  EventsPhase(
      RunExpectations expectations,
      OwnRunDetector ownRun,
      ErrorReports errors,
      Findings findings,
      long sent) {
    this.expectations = expectations;
    this.errors = errors;
    this.findings = findings;
    this.sent = sent;
    this.received = new ReceivedEvents(expectations.contract(), ownRun, sent);
    this.rules = new RuleSet(expectations);
    this.deadlines = new RunDeadlines(expectations.limits(), sent);
  }

  boolean over() {
    return over;
  }

  /** Whether the terminal event came with a true answer and nothing worse than a warning. */
  boolean endedWell() {
    return run().terminal().isPresent() && !findings.failed();
  }

  /** The run as far as it was heard. */
  RunEvents run() {
    return received.runEvents();
  }

  Deadline deadline() {
    Optional<TimedEvent> terminal = run().terminal();
    if (terminal.isPresent() && received.certain()) {
      return Deadline.after(terminal.get().nanos(), expectations.script().listen());
    }
    return failed != null
        ? Deadline.after(failed, expectations.script().listen())
        : deadlines.deadline(run(), received);
  }

  void reconnected(Outage outage) {
    received.reconnected(outage);
  }

  void frame(DecodedFrame decoded, boolean foreign, int number, long nanos) {
    rules.frame(decoded, number, nanos);
    if (foreign) {
      received.addForeign(decoded, number, nanos);
      return;
    }
    switch (decoded.content()) {
      case FrameContent.Event(AgentEvent event) -> {
        if (received.addEvent(event, decoded.fields(), number, nanos)) {
          errors.runContinued();
          failedWork(event, number, nanos);
        }
      }
      case FrameContent.Failure failure -> failure(failure, number, nanos);
      case FrameContent.Heartbeat _ -> silence.heartbeat();
      case FrameContent.Ack(boolean question) -> silence.acknowledged(question);
      case FrameContent.Response(String text, boolean canned) -> {
        silence.responded();
        if (canned) {
          String says = "The platform answers with its fallback: " + FindingText.quote(text);
          note(DEGRADED_SERVICE, "an agent's answer", text, says, number, nanos);
        }
      }
      case FrameContent.Degraded(String text) -> {
        String says =
            "The platform says of itself that it runs degraded: " + FindingText.excerpt(text);
        note(DEGRADED_SERVICE, "a platform in good order", text, says, number, nanos);
      }
      case FrameContent.Unreadable(String why) -> {
        String says = "A frame cannot be read: " + why;
        note(MALFORMED_EVENT, "frames that can be read", why, says, number, nanos);
      }
      case FrameContent.Notice(_, String claim) -> errors.connectionClaimed(claim, number);
      case FrameContent.Ready _, FrameContent.Unknown _ -> {}
    }
  }

  void closed(ConnectionEnd connectionEnd, long nanos) {
    if (run().terminal().isPresent() || failed != null) {
      if (connectionEnd instanceof ConnectionEnd.ProtocolViolation(String message)) {
        String says = "After the run the server broke the protocol: " + message;
        note(PROTOCOL_ERROR, "a close by the rules", message, says, 0, nanos);
      }
    } else {
      String after =
          run().last().map(last -> ", after " + last.name()).orElse(", before any event");
      String when = FindingText.since(sent, nanos) + " after the question" + after;
      errors.connectionEnded(connectionEnd, Step.EVENTS, when, nanos);
    }
    finish();
  }

  void elapsed(long nanos) {
    if (over || !deadline().reached(nanos)) {
      return;
    }
    if (run().terminal().isEmpty() && failed == null && !errors.endedInError()) {
      reportSilence(deadline().nanos());
    }
    finish();
  }

  /** The run is over, whatever it lacks. */
  void finish() {
    if (!over) {
      over = true;
      rules.judge(received, findings);
    }
  }

  private void reportSilence(long nanos) {
    if (deadlines.isAnswerOverdue(run(), received)) {
      silence.timedOut(run(), expectations.limits().answer().failed(), nanos, findings);
    } else {
      silence.report(run(), deadlines.nextEventLimit(run()), nanos, findings);
    }
  }

  /** An agent or a tool that says of itself that it failed, and the run goes on. */
  private void failedWork(AgentEvent event, int number, long nanos) {
    boolean end = run().terminal().filter(timedEvent -> timedEvent.frame() == number).isPresent();
    if (event.body().failed() && !end) {
      FrameContent.ErrorSource errorSource =
          new FrameContent.ErrorSource(event.agent(), event.tool());
      String text = event.name() + " says that it failed";
      errors.add(
          new FrameContent.Failure(
              text, FrameContent.ErrorCause.PLATFORM, errorSource, event.ids()),
          Step.EVENTS,
          number,
          nanos);
    }
  }

  private void failure(FrameContent.Failure failure, int number, long nanos) {
    if (!received.addFailure(failure, number, nanos)) {
      return;
    }
    errors.add(failure, Step.EVENTS, number, nanos);
    if (failure.cause() == FrameContent.ErrorCause.AGENT
        && failed == null
        && run().isOwnAgent(failure.source().agent())) {
      failed = nanos;
    }
  }

  private void note(
      FindingKind kind, String expected, String seen, String message, int number, long nanos) {
    findings.add(
        kind,
        Step.EVENTS,
        nanos,
        new FindingText(expected, FindingText.excerpt(seen), message),
        number);
  }
}
