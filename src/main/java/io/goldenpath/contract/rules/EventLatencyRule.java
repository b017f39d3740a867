package io.goldenpath.contract.rules;

import static io.goldenpath.model.finding.FindingKind.LATE_EVENT;

import io.goldenpath.contract.definition.Contract;
import io.goldenpath.contract.definition.ExpectedEvent;
import io.goldenpath.contract.stream.Outage;
import io.goldenpath.contract.stream.PairMatcher;
import io.goldenpath.contract.stream.RunEvents;
import io.goldenpath.contract.stream.TimedEvent;
import io.goldenpath.model.finding.FindingText;
import io.goldenpath.model.finding.Findings;
import io.goldenpath.model.finding.Step;
import io.goldenpath.model.time.TimeLimit;
import io.goldenpath.model.time.TimeLimits;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Did the user have to wait for the first event, between two events, or for a tool? */
record EventLatencyRule(Contract contract, TimeLimits limits, Outage outage) implements Rule {

  @Override
  public void judge(RunEvents run, Findings findings) {
    List<TimedEvent> arrivals = run.arrivals();
    PairMatcher tools = new PairMatcher(contract.flow().tools());
    for (int i = 0; i < arrivals.size(); i++) {
      TimedEvent event = arrivals.get(i);
      if (i == 0) {
        late(limits.firstEvent(), "the question", run.sentNanos(), event, findings);
      } else if (tools.oldestOpen().isEmpty()) {
        TimedEvent last = arrivals.get(i - 1);
        late(limits.gap(), last.name(), last.nanos(), event, findings, last.frame());
      }
      tools.add(event);
    }
    for (PairMatcher.MatchedPair tool : tools.closed()) {
      TimedEvent opened = tool.opened();
      String what = opened.name() + " of " + opened.event().tool();
      late(limits.tool(), what, opened.nanos(), tool.closed(), findings, opened.frame());
    }
    contract.events().forEach(expected -> due(expected, run, findings));
  }

  private void due(ExpectedEvent expected, RunEvents run, Findings findings) {
    ExpectedEvent.EventDeadline eventDeadline = expected.deadline();
    Optional<TimedEvent> seen = run.first(expected.name());
    if (eventDeadline == null || seen.isEmpty()) {
      return;
    }
    if (eventDeadline.after() == null) {
      late(
          TimeLimit.of(eventDeadline.within()),
          "the question",
          run.sentNanos(),
          seen.get(),
          findings);
    } else {
      run.first(eventDeadline.after())
          .ifPresent(from ->
              late(
                  TimeLimit.of(eventDeadline.within()),
                  from.name(),
                  from.nanos(),
                  seen.get(),
                  findings,
                  from.frame()));
    }
  }

  private void late(
      TimeLimit limit,
      String after,
      long from,
      TimedEvent event,
      Findings findings,
      int... frames) {
    Duration took = outage.connectedTime(from, event.nanos());
    if (took.compareTo(limit.softLimit()) > 0) {
      String allowed = FindingText.duration(limit.softLimit());
      findings.add(
          LATE_EVENT,
          Step.EVENTS,
          event.nanos(),
          new FindingText(
              event.name() + " within " + allowed + " of " + after,
              FindingText.duration(took),
              "%s came late: %s after %s, where %s are allowed"
                  .formatted(event.name(), FindingText.duration(took), after, allowed)),
          frames.length == 0 ? new int[] {event.frame()} : new int[] {frames[0], event.frame()});
    }
  }
}
