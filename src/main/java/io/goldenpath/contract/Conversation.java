package io.goldenpath.contract;

import static io.goldenpath.probe.FindingKind.DEGRADED_SERVICE;
import static io.goldenpath.probe.FindingKind.MALFORMED_EVENT;
import static io.goldenpath.probe.FindingKind.PROTOCOL_ERROR;

import io.goldenpath.probe.Deadline;
import io.goldenpath.probe.Ending;
import io.goldenpath.probe.FindingKind;
import io.goldenpath.probe.Step;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** From the question to the end of the run: listens, and knows when it has heard enough. */
final class Conversation {

  private final Promise promise;
  private final Errors errors;
  private final Docket docket;
  private final Hearing hearing;
  private final RuleBook rules;
  private final Pace pace;
  private final long sent;
  private final Silence silence = new Silence();
  private @Nullable Long failed;
  private boolean over;

  Conversation(Promise promise, Runs runs, Errors errors, Docket docket, long sent) {
    this.promise = promise;
    this.errors = errors;
    this.docket = docket;
    this.sent = sent;
    this.hearing = new Hearing(promise.contract(), runs, sent);
    this.rules = new RuleBook(promise);
    this.pace = new Pace(promise.limits(), sent);
  }

  boolean over() {
    return over;
  }

  /** Whether the terminal event came with a true answer and nothing worse than a warning. */
  boolean endedWell() {
    return course().terminal().isPresent() && !docket.failed();
  }

  /** The run as far as it was heard. */
  Course course() {
    return hearing.course();
  }

  Deadline deadline() {
    Optional<Seen> terminal = course().terminal();
    if (terminal.isPresent() && hearing.certain()) {
      return Deadline.after(terminal.get().nanos(), promise.plan().listen());
    }
    return failed != null
        ? Deadline.after(failed, promise.plan().listen())
        : pace.deadline(course(), hearing);
  }

  void resumed(Outage outage) {
    hearing.resumed(outage);
  }

  void frame(Heard heard, boolean foreign, int number, long nanos) {
    rules.frame(heard, number, nanos);
    if (foreign) {
      hearing.excuse(heard, number, nanos);
      return;
    }
    switch (heard.reading()) {
      case Reading.Event(AgentEvent event) -> {
        if (hearing.event(event, heard.fields(), number, nanos)) {
          errors.survived();
          failedWork(event, number, nanos);
        }
      }
      case Reading.Failure failure -> failure(failure, number, nanos);
      case Reading.Heartbeat _ -> silence.heartbeat();
      case Reading.Ack(boolean question) -> silence.acknowledged(question);
      case Reading.Response(String text, boolean canned) -> {
        silence.responded();
        if (canned) {
          String says = "The platform answers with its fallback: " + Words.quote(text);
          note(DEGRADED_SERVICE, "an agent's answer", text, says, number, nanos);
        }
      }
      case Reading.Degraded(String text) -> {
        String says = "The platform says of itself that it runs degraded: " + Words.line(text);
        note(DEGRADED_SERVICE, "a platform in good order", text, says, number, nanos);
      }
      case Reading.Unreadable(String why) -> {
        String says = "A frame cannot be read: " + why;
        note(MALFORMED_EVENT, "frames that can be read", why, says, number, nanos);
      }
      case Reading.Notice(_, String claim) -> errors.claimed(claim, number);
      case Reading.Ready _, Reading.Unknown _ -> {}
    }
  }

  void closed(Ending ending, long nanos) {
    if (course().terminal().isPresent() || failed != null) {
      if (ending instanceof Ending.Violation(String message)) {
        String says = "After the run the server broke the protocol: " + message;
        note(PROTOCOL_ERROR, "a close by the rules", message, says, 0, nanos);
      }
    } else {
      String after =
          course().last().map(last -> ", after " + last.name()).orElse(", before any event");
      String when = Words.since(sent, nanos) + " after the question" + after;
      errors.ended(ending, Step.EVENTS, when, nanos);
    }
    finish();
  }

  void elapsed(long nanos) {
    if (over || !deadline().reached(nanos)) {
      return;
    }
    if (course().terminal().isEmpty() && failed == null && !errors.last()) {
      nothingCame(deadline().nanos());
    }
    finish();
  }

  /** The run is over, whatever it lacks. */
  void finish() {
    if (!over) {
      over = true;
      rules.judge(hearing, docket);
    }
  }

  private void nothingCame(long nanos) {
    if (pace.answerDue(course(), hearing)) {
      silence.timedOut(course(), promise.limits().answer().failed(), nanos, docket);
    } else {
      silence.report(course(), pace.waited(course()), nanos, docket);
    }
  }

  /** An agent or a tool that says of itself that it failed, and the run goes on. */
  private void failedWork(AgentEvent event, int number, long nanos) {
    boolean end = course().terminal().filter(seen -> seen.frame() == number).isPresent();
    if (event.body().failed() && !end) {
      Reading.Actor actor = new Reading.Actor(event.agent(), event.tool());
      String text = event.name() + " says that it failed";
      errors.add(
          new Reading.Failure(text, Reading.Blame.PLATFORM, actor, event.ids()),
          Step.EVENTS,
          number,
          nanos);
    }
  }

  private void failure(Reading.Failure failure, int number, long nanos) {
    if (!hearing.failure(failure, number, nanos)) {
      return;
    }
    errors.add(failure, Step.EVENTS, number, nanos);
    if (failure.blame() == Reading.Blame.AGENT
        && failed == null
        && course().about(failure.actor().agent())) {
      failed = nanos;
    }
  }

  private void note(
      FindingKind kind, String expected, String seen, String message, int number, long nanos) {
    docket.add(kind, Step.EVENTS, nanos, new Words(expected, Words.line(seen), message), number);
  }
}
