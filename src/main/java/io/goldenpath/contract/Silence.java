package io.goldenpath.contract;

import static io.goldenpath.probe.FindingKind.NOT_UNDERSTOOD;
import static io.goldenpath.probe.FindingKind.SILENT;
import static io.goldenpath.probe.FindingKind.STALLED;
import static io.goldenpath.probe.FindingKind.TIMED_OUT;

import io.goldenpath.probe.Step;
import java.time.Duration;
import java.util.Optional;

/** What it is called when nothing comes any more, by what came before. */
final class Silence {

  private int heartbeats;
  private boolean acknowledged;
  private boolean responded;

  void heartbeat() {
    heartbeats++;
  }

  /** An acknowledgement of another type than the question's says nothing about the question. */
  void acknowledged(boolean question) {
    acknowledged |= question;
  }

  void responded() {
    responded = true;
  }

  /** No event came within the limit of the next one. */
  void report(Course course, Duration waited, long nanos, Docket docket) {
    String within = Words.took(waited);
    if (course.last().isPresent()) {
      Seen last = course.last().get();
      docket.add(
          STALLED,
          Step.EVENTS,
          nanos,
          new Words(
              "the next event within " + within,
              "none, and " + lived(),
              "The agent stalled: no event for %s after %s, while the connection lives (%s)"
                  .formatted(within, where(course, last), lived())),
          last.frame());
    } else if (responded) {
      docket.add(
          STALLED,
          Step.EVENTS,
          nanos,
          new Words(
              "agent events within " + within,
              "an agent_response alone",
              "The agent stalled: only an agent_response came, which users do not see, and no event within "
                  + within));
    } else if (acknowledged) {
      docket.add(
          NOT_UNDERSTOOD,
          Step.SEND,
          nanos,
          new Words(
              "a run",
              "an acknowledgement alone",
              "The platform does not understand our message: it only acknowledged its type, and no run followed within "
                  + within));
    } else {
      docket.add(
          SILENT,
          Step.EVENTS,
          nanos,
          new Words(
              "a first event within " + within,
              "none, and " + lived(),
              "Silence: the question was sent and the connection lives (%s), but no agent event came within %s"
                  .formatted(lived(), within)));
    }
  }

  /** The run goes on, but its answer does not come. */
  void timedOut(Course course, Duration limit, long nanos, Docket docket) {
    String within = Words.took(limit);
    Optional<Seen> last = course.last();
    docket.add(
        TIMED_OUT,
        Step.EVENTS,
        nanos,
        new Words(
            "an answer within " + within,
            last.map(seen -> "a run that goes on").orElse("no event yet"),
            last.map(seen ->
                    "No answer within %s: the agent goes on (%d events, the last was %s), but does not come to an end"
                        .formatted(within, course.arrivals().size(), seen.name()))
                .orElse("No answer within %s, nor any agent event before it".formatted(within))),
        last.map(Seen::frame).orElse(0));
  }

  private String lived() {
    return heartbeats == 1 ? "1 heartbeat" : heartbeats + " heartbeats";
  }

  private static String where(Course course, Seen last) {
    Optional<Seen> open = course.tools().oldestOpen();
    if (open.isEmpty()) {
      return last.name();
    }
    String tool = Words.line(String.valueOf(open.get().event().tool()));
    return open.get().frame() == last.frame()
        ? "the tool " + tool + " was announced"
        : last.name() + ", with the tool " + tool + " still open";
  }
}
