package io.goldenpath.contract.stream;

import io.goldenpath.model.time.Deadline;
import io.goldenpath.model.time.TimeLimits;
import java.time.Duration;

/** Deadlines of a run: for its next event, and for its answer. */
public record RunDeadlines(TimeLimits limits, long sent) {

  /** When waiting on is hopeless. */
  public Deadline deadline(RunEvents run, ReceivedEvents received) {
    return nextEventDeadline(run, received).earlier(answerDeadline(received));
  }

  /** Whether it is the whole answer that took too long, and not a single event. */
  public boolean isAnswerOverdue(RunEvents run, ReceivedEvents received) {
    return nextEventDeadline(run, received).nanos() - answerDeadline(received).nanos() > 0;
  }

  /** The limit that the next event has, as things stand. */
  public Duration nextEventLimit(RunEvents run) {
    if (run.last().isEmpty()) {
      return limits.firstEvent().failed();
    }
    return run.tools().oldestOpen().isPresent() ? limits.tool().failed() : limits.gap().failed();
  }

  /** Until an event comes, what is alive is the question, or the connection that came later. */
  private Deadline nextEventDeadline(RunEvents run, ReceivedEvents received) {
    boolean fresh = run.last().isEmpty() && received.outage().equals(Outage.NONE);
    return Deadline.after(fresh ? sent : received.lastActivity(), nextEventLimit(run));
  }

  private Deadline answerDeadline(ReceivedEvents received) {
    Outage outage = received.outage();
    return Deadline.after(sent + outage.to() - outage.from(), limits.answer().failed());
  }
}
