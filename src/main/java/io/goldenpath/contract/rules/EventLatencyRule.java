package io.goldenpath.contract.rules;

import static io.goldenpath.model.finding.FindingKind.LATE_EVENT;

import io.goldenpath.contract.definition.Contract;
import io.goldenpath.contract.definition.ExpectedEvent;
import io.goldenpath.contract.stream.Outage;
import io.goldenpath.contract.stream.PairMatcher;
import io.goldenpath.contract.stream.RunEvents;
import io.goldenpath.contract.stream.TimedEvent;
import io.goldenpath.model.finding.Findings;
import io.goldenpath.model.time.DurationText;
import io.goldenpath.model.time.TimeLimit;
import io.goldenpath.model.time.TimeLimits;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reports events that came later than the limits and the contract's deadlines allow. */
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
    ExpectedEvent.EventDeadline deadline = expected.deadline();
    Optional<TimedEvent> seen = run.first(expected.name());
    if (deadline == null || seen.isEmpty()) {
      return;
    }
    TimeLimit limit = TimeLimit.of(deadline.within());
    if (deadline.after() == null) {
      late(limit, "the question", run.sentNanos(), seen.get(), findings);
    } else {
      run.first(deadline.after())
          .ifPresent(
              from -> late(limit, from.name(), from.nanos(), seen.get(), findings, from.frame()));
    }
  }

  private void late(
      TimeLimit limit,
      String after,
      long from,
      TimedEvent event,
      Findings findings,
      int... frames) {
    Duration taken = outage.connectedTime(from, event.nanos());
    if (taken.compareTo(limit.softLimit()) > 0) {
      String allowed = DurationText.of(limit.softLimit());
      findings
          .of(LATE_EVENT)
          .at(event)
          .frames(frames)
          .expected(event.name() + " within " + allowed + " of " + after)
          .seen(DurationText.of(taken))
          .says(
              "%s came late: %s after %s, where %s are allowed",
              event.name(), DurationText.of(taken), after, allowed);
    }
  }
}
