package io.goldenpath.contract;

import io.goldenpath.probe.Deadline;
import io.goldenpath.probe.Limits;
import java.time.Duration;

/** For how long it is worth waiting on. */
record Pace(Limits limits, long sent) {

  /** When waiting on is hopeless. */
  Deadline deadline(Course course, long alive) {
    return next(course, alive).earlier(whole());
  }

  /** Whether it is the whole answer that took too long, and not a single event. */
  boolean answerDue(Course course, long alive) {
    return next(course, alive).nanos() - whole().nanos() > 0;
  }

  /** The limit that the next event has, as things stand. */
  Duration waited(Course course) {
    if (course.last().isEmpty()) {
      return limits.firstEvent().failed();
    }
    return course.tools().oldestOpen().isPresent() ? limits.tool().failed() : limits.gap().failed();
  }

  private Deadline next(Course course, long alive) {
    return Deadline.after(course.last().isEmpty() ? sent : alive, waited(course));
  }

  private Deadline whole() {
    return Deadline.after(sent, limits.answer().failed());
  }
}
