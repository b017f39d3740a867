package io.goldenpath.contract.stream;

import io.goldenpath.model.time.Deadline;
import io.goldenpath.model.time.TimeLimits;
import java.time.Duration;

/** Deadlines of a run: for its next event, and for its answer. */
public record RunDeadlines(TimeLimits limits, long sent) {

  public Deadline deadline(RunEvents run, ReceivedEvents received) {
    return nextEventDeadline(run, received).earlier(answerDeadline(received));
  }

  /** Whether the whole answer took too long, and not a single event. */
  public boolean isAnswerOverdue(RunEvents run, ReceivedEvents received) {
    return nextEventDeadline(run, received).nanos() - answerDeadline(received).nanos() > 0;
  }

  public Duration nextEventLimit(RunEvents run) {
    if (run.last().isEmpty()) {
      return limits.firstEvent().failed();
    }
    return run.tools().oldestOpen().isPresent() ? limits.tool().failed() : limits.gap().failed();
  }

  /** Before the first event, counts from the question, or from the reconnection after it. */
  private Deadline nextEventDeadline(RunEvents run, ReceivedEvents received) {
    boolean fresh = run.last().isEmpty() && received.outage().equals(Outage.NONE);
    return Deadline.after(fresh ? sent : received.lastActivity(), nextEventLimit(run));
  }

  private Deadline answerDeadline(ReceivedEvents received) {
    Outage outage = received.outage();
    return Deadline.after(sent + outage.to() - outage.from(), limits.answer().failed());
  }
}
