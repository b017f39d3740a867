package io.goldenpath.contract;

import static io.goldenpath.probe.FindingKind.AFTER_TERMINAL;
import static io.goldenpath.probe.FindingKind.DEGRADED_SERVICE;
import static io.goldenpath.probe.FindingKind.DUPLICATE_EVENT;
import static io.goldenpath.probe.FindingKind.MALFORMED_EVENT;
import static io.goldenpath.probe.FindingKind.NOT_UNDERSTOOD;
import static io.goldenpath.probe.FindingKind.SILENT;
import static io.goldenpath.probe.FindingKind.STALLED;
import static io.goldenpath.probe.FindingKind.TIMED_OUT;
import static io.goldenpath.probe.FindingKind.TOO_SLOW;
import static io.goldenpath.probe.FindingKind.WRONG_RUN;

import io.goldenpath.probe.Deadline;
import io.goldenpath.probe.Ending;
import io.goldenpath.probe.EventMark;
import io.goldenpath.probe.FindingKind;
import io.goldenpath.probe.Severity;
import io.goldenpath.probe.Step;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;

/** From the question to the end of the run. */
final class Conversation {

  private final Promise promise;
  private final Ownership ownership;
  private final Errors errors;
  private final Docket docket;
  private final Course course;
  private final ToolPairs tools = new ToolPairs();
  private final OrderRule order;
  private final Pace pace;
  private long sent;
  private long listening;
  private int heartbeats;
  private boolean acknowledged;
  private boolean responded;
  private boolean over;
  private boolean answered;

  Conversation(Promise promise, Ownership ownership, Errors errors, Docket docket) {
    this.promise = promise;
    this.ownership = ownership;
    this.errors = errors;
    this.docket = docket;
    this.course = new Course(promise.contract());
    this.order = new OrderRule(promise.contract(), docket);
    this.pace = new Pace(promise.limits(), course, tools, docket);
  }

  void sent(long nanos) {
    sent = nanos;
    pace.sent(nanos);
  }

  boolean over() {
    return over;
  }

  /** Whether the terminal event came with a true answer and nothing worse than a warning. */
  boolean endedWell() {
    return answered
        && docket.findings().stream()
            .noneMatch(finding -> finding.severity().compareTo(Severity.ERROR) >= 0);
  }

  /** Whether a run followed the question. */
  boolean began() {
    return course.last().isPresent();
  }

  OptionalLong terminalAt() {
    return course.terminal().stream().mapToLong(Seen::nanos).findFirst();
  }

  List<EventMark> marks(long start) {
    return course.events().stream()
        .map(seen ->
            new EventMark(
                promise.contract().path().contains(seen.name()) ? seen.name() : EventMark.OTHER,
                Duration.ofNanos(seen.nanos() - start),
                Duration.ofNanos(seen.nanos() - sent),
                seen.nanos(),
                seen.frame()))
        .toList();
  }

  Deadline deadline() {
    return listening != 0 ? Deadline.after(listening, promise.plan().listen()) : pace.deadline();
  }

  void frame(Reading reading, boolean foreign, int number, long nanos) {
    switch (reading) {
      case Reading.Event(AgentEvent event) -> {
        if (!foreign) {
          event(new Seen(event, number, nanos));
        }
      }
      case Reading.Failure failure -> failure(failure, number, nanos);
      case Reading.Heartbeat _ -> heartbeats++;
      case Reading.Ack _ -> acknowledged = true;
      case Reading.Response(String text, boolean canned) -> {
        responded = true;
        if (canned) {
          note(
              DEGRADED_SERVICE,
              "The platform answers with its fallback: " + AnswerRule.excerpt(text),
              text,
              number,
              nanos);
        }
      }
      case Reading.Degraded(String text) ->
          note(
              DEGRADED_SERVICE,
              "The platform says that it runs degraded: " + text,
              text,
              number,
              nanos);
      case Reading.Unreadable(String why) ->
          note(MALFORMED_EVENT, "A frame cannot be read: " + why, why, number, nanos);
      case Reading.Ready _, Reading.Other _ -> {}
    }
  }

  void closed(Ending ending, long nanos) {
    if (listening != 0) {
      if (ending instanceof Ending.Violation(String message)) {
        note(
            FindingKind.PROTOCOL_ERROR,
            "After the answer the server broke the protocol: " + message,
            message,
            0,
            nanos);
      }
      conclude(nanos);
      return;
    }
    String after = course.last().map(last -> ", after " + last.name()).orElse(", before any event");
    errors.ended(
        ending, Step.EVENTS, Docket.since(sent, nanos) + " after the question" + after, nanos);
    finish();
  }

  void elapsed(long nanos) {
    if (over || !deadline().reached(nanos)) {
      return;
    }
    if (listening != 0) {
      conclude(deadline().nanos());
      return;
    }
    if (pace.answerDue(nanos)) {
      Duration limit = promise.limits().answer().failed();
      docket.add(
          TIMED_OUT,
          Step.EVENTS,
          deadline().nanos(),
          "an answer within " + Docket.words(limit),
          "a run that goes on",
          "The agent talks on, but no answer came within " + Docket.words(limit));
    } else if (!errors.any()) {
      nothingCame(deadline().nanos());
    }
    finish();
  }

  private void nothingCame(long nanos) {
    String waited = Docket.words(pace.waited());
    if (began()) {
      Seen last = course.last().orElseThrow();
      String where =
          tools
              .oldestOpen()
              .map(tool -> "the tool " + tool.event().tool() + " was announced")
              .orElse(last.name());
      docket.add(
          STALLED,
          Step.EVENTS,
          nanos,
          "the next event within " + waited,
          "none",
          "The agent stalled: no event for %s after %s, while the connection lives (%d heartbeats)"
              .formatted(waited, where, heartbeats),
          last.frame());
    } else if (responded) {
      docket.add(
          STALLED,
          Step.EVENTS,
          nanos,
          "agent events",
          "an agent_response alone",
          "The agent stalled: only an agent_response came, which users do not see, and no event within "
              + waited);
    } else if (acknowledged) {
      docket.add(
          NOT_UNDERSTOOD,
          Step.SEND,
          nanos,
          "a run",
          "an acknowledgement alone",
          "The platform does not understand our message: it was acknowledged, and no run followed within "
              + waited);
    } else {
      docket.add(
          SILENT,
          Step.EVENTS,
          nanos,
          "a first event within " + waited,
          "none, and %d heartbeats".formatted(heartbeats),
          "Silence: the question was sent and the connection lives (%d heartbeats), but no agent event came within %s"
              .formatted(heartbeats, waited));
    }
  }

  private void event(Seen seen) {
    switch (ownership.of(seen.event().ids())) {
      case EARLIER -> {}
      case FOREIGN ->
          docket.add(
              WRONG_RUN,
              Step.EVENTS,
              seen.nanos(),
              "events of our own run",
              seen.name() + " of another run",
              "An event of another run came on our connection: " + seen.name(),
              seen.frame());
      case OURS -> own(seen);
    }
  }

  private void own(Seen seen) {
    String broken = seen.event().body().broken();
    if (broken != null) {
      note(
          MALFORMED_EVENT,
          seen.name() + " is malformed: " + broken,
          broken,
          seen.frame(),
          seen.nanos());
    }
    if (course.repeats(seen.event())) {
      note(
          DUPLICATE_EVENT,
          seen.name() + " came twice",
          "the same event again",
          seen.frame(),
          seen.nanos());
      return;
    }
    if (listening != 0) {
      afterTerminal(seen);
      return;
    }
    pace.event(seen);
    course.add(seen);
    pair(seen);
    if (course.terminal().isPresent()) {
      listening = seen.nanos();
    }
  }

  private void afterTerminal(Seen seen) {
    if (course.ends(seen)) {
      docket.add(
          DUPLICATE_EVENT,
          Step.ANSWER,
          seen.nanos(),
          "one " + seen.name(),
          "a second",
          "The run ended twice: a second %s came %s after the first"
              .formatted(seen.name(), Docket.since(listening, seen.nanos())),
          seen.frame());
    } else if (promise.contract().path().contains(seen.name())) {
      docket.add(
          AFTER_TERMINAL,
          Step.EVENTS,
          seen.nanos(),
          "nothing after the answer",
          seen.name(),
          "%s came %s after the run had ended"
              .formatted(seen.name(), Docket.since(listening, seen.nanos())),
          seen.frame());
      course.add(seen);
      pair(seen);
    }
  }

  private void pair(Seen seen) {
    Contract.ToolPair pair = promise.contract().tools();
    if (seen.name().equals(pair.opens())) {
      tools.opens(seen).ifPresent(early -> order.swapped(seen, early));
    } else if (seen.name().equals(pair.closes())) {
      tools.closes(seen).ifPresent(announced -> pace.tool(announced, seen));
    }
  }

  private void failure(Reading.Failure failure, int number, long nanos) {
    boolean agent = failure.blame() == Reading.Blame.AGENT;
    if (agent && ownership.of(failure.ids()) != Ownership.Belongs.OURS) {
      return;
    }
    Step step = listening != 0 ? Step.ANSWER : Step.EVENTS;
    errors.add(failure, step, number, nanos);
    if (agent && course.about(failure.agent()) && listening == 0) {
      listening = nanos;
    }
  }

  private void conclude(long nanos) {
    course.terminal().ifPresent(terminal -> judge(terminal, nanos));
    finish();
  }

  private void judge(Seen terminal, long nanos) {
    order.missing(course, promise.plan().tools(), sent, terminal.nanos());
    order.unpaired(tools, nanos);
    Duration total = Duration.ofNanos(terminal.nanos() - sent);
    if (promise.limits().answer().slow(total)) {
      docket.add(
          TOO_SLOW,
          Step.ANSWER,
          terminal.nanos(),
          "an answer within " + Docket.words(promise.limits().answer().ideal()),
          Docket.words(total),
          "The answer came late: after " + Docket.words(total),
          terminal.frame());
    }
    AuthenticityRule authenticity =
        new AuthenticityRule(promise.contract().denied(), promise.question(), docket);
    if (!authenticity.judge(course, terminal)) {
      new AnswerRule(promise.question(), docket).judge(terminal);
    }
    answered = true;
  }

  private void finish() {
    order.order(course);
    order.forbidden(course, promise.plan().tools());
    over = true;
  }

  private void note(FindingKind kind, String message, String seen, int number, long nanos) {
    List<Integer> frames = number == 0 ? List.of() : List.of(number);
    docket.add(
        kind, kind.severity(), Step.EVENTS, nanos, "a stream in good order", seen, message, frames);
  }
}
