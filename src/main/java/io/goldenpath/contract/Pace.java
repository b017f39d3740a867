package io.goldenpath.contract;

import io.goldenpath.probe.Deadline;
import io.goldenpath.probe.Limits;
import java.time.Duration;

/** For how long it is worth waiting on. */
record Pace(Limits limits, long sent) {

  /** When waiting on is hopeless. */
  Deadline deadline(Course course, Hearing hearing) {
    return next(course, hearing).earlier(whole(hearing));
  }

  /** Whether it is the whole answer that took too long, and not a single event. */
  boolean answerDue(Course course, Hearing hearing) {
    return next(course, hearing).nanos() - whole(hearing).nanos() > 0;
  }

  /** The limit that the next event has, as things stand. */
  Duration waited(Course course) {
    if (course.last().isEmpty()) {
      return limits.firstEvent().failed();
    }
    return course.tools().oldestOpen().isPresent() ? limits.tool().failed() : limits.gap().failed();
  }

  /** Until an event comes, what is alive is the question, or the connection that came later. */
  private Deadline next(Course course, Hearing hearing) {
    boolean fresh = course.last().isEmpty() && hearing.outage().equals(Outage.NONE);
    return Deadline.after(fresh ? sent : hearing.alive(), waited(course));
  }

  private Deadline whole(Hearing hearing) {
    Outage outage = hearing.outage();
    return Deadline.after(sent + outage.to() - outage.from(), limits.answer().failed());
  }
}
