package io.goldenpath.contract.rules;

import static io.goldenpath.model.finding.FindingKind.NOT_UNDERSTOOD;
import static io.goldenpath.model.finding.FindingKind.SILENT;
import static io.goldenpath.model.finding.FindingKind.STALLED;
import static io.goldenpath.model.finding.FindingKind.TIMED_OUT;

import io.goldenpath.contract.stream.RunEvents;
import io.goldenpath.contract.stream.TimedEvent;
import io.goldenpath.model.finding.FindingText;
import io.goldenpath.model.finding.Findings;
import io.goldenpath.model.finding.Step;
import java.time.Duration;
import java.util.Optional;

/** What it is called when nothing comes any more, by what came before. */
final class SilenceDiagnosis {

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
  void report(RunEvents run, Duration waited, long nanos, Findings findings) {
    String within = FindingText.duration(waited);
    if (run.last().isPresent()) {
      TimedEvent last = run.last().get();
      findings.add(
          STALLED,
          Step.EVENTS,
          nanos,
          new FindingText(
              "the next event within " + within,
              "none, and " + heartbeatCount(),
              "The agent stalled: no event for %s after %s, while the connection lives (%s)"
                  .formatted(within, lastEventText(run, last), heartbeatCount())),
          last.frame());
    } else if (responded) {
      findings.add(
          STALLED,
          Step.EVENTS,
          nanos,
          new FindingText(
              "agent events within " + within,
              "an agent_response alone",
              "The agent stalled: only an agent_response came, which users do not see, and no event within "
                  + within));
    } else if (acknowledged) {
      findings.add(
          NOT_UNDERSTOOD,
          Step.SEND,
          nanos,
          new FindingText(
              "a run",
              "an acknowledgement alone",
              "The platform does not understand our message: it only acknowledged its type, and no run followed within "
                  + within));
    } else {
      findings.add(
          SILENT,
          Step.EVENTS,
          nanos,
          new FindingText(
              "a first event within " + within,
              "none, and " + heartbeatCount(),
              "Silence: the question was sent and the connection lives (%s), but no agent event came within %s"
                  .formatted(heartbeatCount(), within)));
    }
  }

  /** The run goes on, but its answer does not come. */
  void timedOut(RunEvents run, Duration limit, long nanos, Findings findings) {
    String within = FindingText.duration(limit);
    Optional<TimedEvent> last = run.last();
    findings.add(
        TIMED_OUT,
        Step.EVENTS,
        nanos,
        new FindingText(
            "an answer within " + within,
            last.map(event -> "a run that goes on").orElse("no event yet"),
            last.map(event ->
                    "No answer within %s: the agent goes on (%d events, the last was %s), but does not come to an end"
                        .formatted(within, run.arrivals().size(), event.name()))
                .orElse("No answer within %s, nor any agent event before it".formatted(within))),
        last.map(TimedEvent::frame).orElse(0));
  }

  private String heartbeatCount() {
    return heartbeats == 1 ? "1 heartbeat" : heartbeats + " heartbeats";
  }

  private static String lastEventText(RunEvents run, TimedEvent last) {
    Optional<TimedEvent> open = run.tools().oldestOpen();
    if (open.isEmpty()) {
      return last.name();
    }
    String tool = FindingText.excerpt(String.valueOf(open.get().event().tool()));
    return open.get().frame() == last.frame()
        ? "the tool " + tool + " was announced"
        : last.name() + ", with the tool " + tool + " still open";
  }
}
