package io.goldenpath.contract;

import static io.goldenpath.probe.FindingKind.TOO_SLOW;

import io.goldenpath.probe.Limit;
import io.goldenpath.probe.Step;
import java.time.Duration;

/** Was the answer, where it was good, there in time? */
record TotalRule(Limit limit, Outage outage) implements Rule {

  @Override
  public void judge(Course course, Docket docket) {
    course.terminal().ifPresent(terminal -> judge(course, terminal, docket));
  }

  private void judge(Course course, Seen terminal, Docket docket) {
    Duration total = outage.without(course.sent(), terminal.nanos());
    if (limit.slow(total) && !docket.failed(Step.ANSWER)) {
      String allowed = Words.took(limit.ideal());
      docket.add(
          TOO_SLOW,
          Step.ANSWER,
          terminal.nanos(),
          new Words(
              "an answer within " + allowed,
              Words.took(total),
              "The answer is right, but came late: %s after the question, where %s are allowed"
                  .formatted(Words.took(total), allowed)),
          terminal.frame());
    }
  }
}
