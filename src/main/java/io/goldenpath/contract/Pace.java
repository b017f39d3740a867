package io.goldenpath.contract;

import static io.goldenpath.probe.FindingKind.LATE_EVENT;

import io.goldenpath.probe.Deadline;
import io.goldenpath.probe.Limits;
import io.goldenpath.probe.Step;
import java.time.Duration;

/** How long the user had to wait, and for how long it is worth waiting on. */
final class Pace {

  private final Limits limits;
  private final Course course;
  private final ToolPairs tools;
  private final Docket docket;
  private long sent;

  Pace(Limits limits, Course course, ToolPairs tools, Docket docket) {
    this.limits = limits;
    this.course = course;
    this.tools = tools;
    this.docket = docket;
  }

  void sent(long nanos) {
    sent = nanos;
  }

  /** When waiting on is hopeless. */
  Deadline deadline() {
    return next().earlier(whole());
  }

  /** Whether it is the whole answer that took too long, and not a single event. */
  boolean answerDue(long nanos) {
    return whole().reached(nanos) && next().nanos() - whole().nanos() > 0;
  }

  /** The limit that a single event has, as things stand. */
  Duration waited() {
    if (tools.oldestOpen().isPresent()) {
      return limits.tool().failed();
    }
    return course.last().isPresent() ? limits.gap().failed() : limits.firstEvent().failed();
  }

  /** An event came: late is worth a word. */
  void event(Seen seen) {
    if (course.last().isEmpty()) {
      Duration waited = Duration.ofNanos(seen.nanos() - sent);
      if (limits.firstEvent().slow(waited)) {
        late(seen, waited, limits.firstEvent().ideal(), "the question");
      }
    } else if (tools.oldestOpen().isEmpty()) {
      Seen last = course.last().get();
      Duration waited = Duration.ofNanos(seen.nanos() - last.nanos());
      if (limits.gap().slow(waited)) {
        late(seen, waited, limits.gap().ideal(), last.name());
      }
    }
  }

  /** A tool ended. */
  void tool(Seen announced, Seen completed) {
    Duration taken = Duration.ofNanos(completed.nanos() - announced.nanos());
    if (limits.tool().slow(taken)) {
      late(completed, taken, limits.tool().ideal(), announced.name());
    }
  }

  private Deadline next() {
    return tools
        .oldestOpen()
        .map(open -> Deadline.after(open.nanos(), limits.tool().failed()))
        .or(() -> course.last().map(last -> Deadline.after(last.nanos(), limits.gap().failed())))
        .orElseGet(() -> Deadline.after(sent, limits.firstEvent().failed()));
  }

  private Deadline whole() {
    return Deadline.after(sent, limits.answer().failed());
  }

  private void late(Seen seen, Duration waited, Duration limit, String after) {
    docket.add(
        LATE_EVENT,
        Step.EVENTS,
        seen.nanos(),
        seen.name() + " within " + Docket.words(limit) + " of " + after,
        Docket.words(waited),
        "%s came late: %s after %s".formatted(seen.name(), Docket.words(waited), after),
        seen.frame());
  }
}
