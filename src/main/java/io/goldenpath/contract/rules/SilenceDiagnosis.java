package io.goldenpath.contract.rules;

import static io.goldenpath.model.finding.FindingKind.NOT_UNDERSTOOD;
import static io.goldenpath.model.finding.FindingKind.SILENT;
import static io.goldenpath.model.finding.FindingKind.STALLED;
import static io.goldenpath.model.finding.FindingKind.TIMED_OUT;

import io.goldenpath.contract.stream.RunEvents;
import io.goldenpath.contract.stream.TimedEvent;
import io.goldenpath.model.finding.Excerpt;
import io.goldenpath.model.finding.FindingDraft;
import io.goldenpath.model.finding.FindingKind;
import io.goldenpath.model.finding.Findings;
import io.goldenpath.model.time.Deadline;
import io.goldenpath.model.time.DurationText;
import java.time.Duration;
import java.util.Optional;

/** Diagnosis of a connection that fell silent, by what came before. */
final class SilenceDiagnosis {

  private final UnknownFrames unknown = new UnknownFrames();
  private int heartbeats;
  private boolean acknowledged;
  private boolean responded;

  void heartbeat() {
    heartbeats++;
  }

  void unknown(String type) {
    unknown.add(type);
  }

  void noise(String type) {
    unknown.addNoise(type);
  }

  void acknowledged(boolean question) {
    acknowledged |= question;
  }

  void responded() {
    responded = true;
  }

  void report(RunEvents run, Duration waited, Deadline passed, Findings findings) {
    String within = DurationText.of(waited);
    Optional<TimedEvent> last = run.last();
    FindingKind kind =
        last.isPresent() || responded ? STALLED : acknowledged ? NOT_UNDERSTOOD : SILENT;
    FindingDraft draft = draft(kind, last, passed, findings);
    if (last.isPresent()) {
      draft
          .contrast("the next event within " + within, seen())
          .says(
              "The agent stalled: no event for %s after %s, while the connection is alive (%s)%s",
              within, lastEventText(run, last.get()), heartbeatCount(), unknown.suffix());
    } else if (responded) {
      draft
          .contrast("agent events within " + within, "an agent_response only")
          .says(
              "The agent stalled: only an agent_response came, which users do not see, and no event within %s%s",
              within, unknown.suffix());
    } else if (acknowledged) {
      draft
          .contrast("a run", "an acknowledgement only")
          .says(
              "The platform does not understand our message: it only acknowledged its type, and no run followed within %s%s",
              within, unknown.suffix());
    } else {
      draft
          .contrast("a first event within " + within, seen())
          .says(
              "Silence: the question was sent and the connection is alive (%s), but no agent event came within %s%s",
              heartbeatCount(), within, unknown.suffix());
    }
  }

  /** Events may still come, but not the answer. */
  void timedOut(RunEvents run, Duration limit, Deadline passed, Findings findings) {
    String within = DurationText.of(limit);
    Optional<TimedEvent> last = run.last();
    FindingDraft draft =
        draft(TIMED_OUT, last, passed, findings).expected("an answer within " + within);
    if (last.isPresent()) {
      draft
          .seen("a run that goes on")
          .says(
              "No answer within %s: the agent goes on (%d events, the last was %s), but does not come to an end",
              within, run.arrivals().size(), last.get().name());
    } else {
      draft
          .seen(unknown.none() ? "no event yet" : unknown.text())
          .says("No answer within %s, nor any agent event before it%s", within, unknown.suffix());
    }
  }

  private static FindingDraft draft(
      FindingKind kind, Optional<TimedEvent> last, Deadline passed, Findings findings) {
    return findings
        .of(kind)
        .at(passed.nanos())
        .doubtful(passed.doubtful(passed.nanos()))
        .frames(last.map(TimedEvent::frame).orElse(0));
  }

  private String seen() {
    return (unknown.none() ? "none" : unknown.text()) + ", and " + heartbeatCount();
  }

  private String heartbeatCount() {
    return heartbeats == 1 ? "1 heartbeat" : heartbeats + " heartbeats";
  }

  private static String lastEventText(RunEvents run, TimedEvent last) {
    Optional<TimedEvent> open = run.tools().oldestOpen();
    if (open.isEmpty()) {
      return last.name();
    }
    String tool = Excerpt.of(String.valueOf(open.get().event().tool()));
    return open.get().frame() == last.frame()
        ? "the tool " + tool + " was announced"
        : last.name() + ", with the tool " + tool + " still open";
  }
}
