package io.goldenpath.contract;

import static io.goldenpath.probe.FindingKind.LATE_EVENT;

import io.goldenpath.probe.Step;
import java.time.Duration;

/** Was the run told while it went on, or held back and told in one burst? */
record BurstRule(Duration shortest) implements Rule {

  @Override
  public void judge(Course course, Docket docket) {
    course
        .terminal()
        .filter(_ -> course.events().size() > 1)
        .ifPresent(terminal -> judge(course, course.events().getFirst(), terminal, docket));
  }

  private void judge(Course course, Seen first, Seen terminal, Docket docket) {
    Duration spread = Duration.ofNanos(terminal.nanos() - first.nanos());
    if (spread.compareTo(shortest) < 0) {
      docket.add(
          LATE_EVENT,
          Step.EVENTS,
          terminal.nanos(),
          new Words(
              "at least "
                  + Words.took(shortest)
                  + " from "
                  + first.name()
                  + " to "
                  + terminal.name(),
              Words.took(spread),
              "Nothing was streamed: all %d events from %s to %s came in one burst of %s, %s after the question"
                  .formatted(
                      course.events().size(),
                      first.name(),
                      terminal.name(),
                      Words.took(spread),
                      Words.since(course.sent(), first.nanos()))),
          first.frame(),
          terminal.frame());
    }
  }
}
