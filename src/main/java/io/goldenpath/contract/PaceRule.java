package io.goldenpath.contract;

import static io.goldenpath.probe.FindingKind.LATE_EVENT;

import io.goldenpath.probe.Limit;
import io.goldenpath.probe.Limits;
import io.goldenpath.probe.Step;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Did the user have to wait for the first event, between two events, or for a tool? */
record PaceRule(Contract contract, Limits limits, Outage outage) implements Rule {

  @Override
  public void judge(Course course, Docket docket) {
    List<Seen> arrivals = course.arrivals();
    Pairs tools = new Pairs(contract.flow().tools());
    for (int i = 0; i < arrivals.size(); i++) {
      Seen seen = arrivals.get(i);
      if (i == 0) {
        late(limits.firstEvent(), "the question", course.sent(), seen, docket);
      } else if (tools.oldestOpen().isEmpty()) {
        Seen last = arrivals.get(i - 1);
        late(limits.gap(), last.name(), last.nanos(), seen, docket, last.frame());
      }
      tools.add(seen);
    }
    for (Pairs.Closed tool : tools.closed()) {
      Seen opened = tool.opened();
      String what = opened.name() + " of " + opened.event().tool();
      late(limits.tool(), what, opened.nanos(), tool.closed(), docket, opened.frame());
    }
    contract.events().forEach(promise -> due(promise, course, docket));
  }

  private void due(EventPromise promise, Course course, Docket docket) {
    EventPromise.Due due = promise.due();
    Optional<Seen> seen = course.first(promise.name());
    if (due == null || seen.isEmpty()) {
      return;
    }
    if (due.after() == null) {
      late(Limit.of(due.within()), "the question", course.sent(), seen.get(), docket);
    } else {
      course
          .first(due.after())
          .ifPresent(from ->
              late(
                  Limit.of(due.within()),
                  from.name(),
                  from.nanos(),
                  seen.get(),
                  docket,
                  from.frame()));
    }
  }

  private void late(Limit limit, String after, long from, Seen seen, Docket docket, int... frames) {
    Duration took = outage.without(from, seen.nanos());
    if (took.compareTo(limit.ideal()) > 0) {
      String allowed = Words.took(limit.ideal());
      docket.add(
          LATE_EVENT,
          Step.EVENTS,
          seen.nanos(),
          new Words(
              seen.name() + " within " + allowed + " of " + after,
              Words.took(took),
              "%s came late: %s after %s, where %s are allowed"
                  .formatted(seen.name(), Words.took(took), after, allowed)),
          frames.length == 0 ? new int[] {seen.frame()} : new int[] {frames[0], seen.frame()});
    }
  }
}
