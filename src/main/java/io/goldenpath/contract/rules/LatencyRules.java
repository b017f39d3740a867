package io.goldenpath.contract.rules;

import static io.goldenpath.model.finding.FindingKind.LATE_EVENT;
import static io.goldenpath.model.finding.FindingKind.TOO_SLOW;

import io.goldenpath.contract.definition.ExpectedEvent;
import io.goldenpath.contract.definition.RunExpectations;
import io.goldenpath.contract.stream.Outage;
import io.goldenpath.contract.stream.PairMatcher;
import io.goldenpath.contract.stream.RunEvents;
import io.goldenpath.contract.stream.TimedEvent;
import io.goldenpath.model.finding.Findings;
import io.goldenpath.model.finding.Step;
import io.goldenpath.model.time.Deadline;
import io.goldenpath.model.time.DurationText;
import io.goldenpath.model.time.Stalls;
import io.goldenpath.model.time.TimeLimit;
import io.goldenpath.model.time.TimeLimits;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reports what came later than the limits and the contract's deadlines allow, or in one burst. */
record LatencyRules(RunExpectations expectations, Outage outage, Stalls stalls) {

  void events(RunEvents run, Findings findings) {
    List<TimedEvent> arrivals = run.arrivals();
    PairMatcher tools = new PairMatcher(expectations.contract().flow().tools());
    TimeLimits limits = expectations.limits();
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
    expectations.contract().events().forEach(expected -> due(expected, run, findings));
  }

  private void due(ExpectedEvent expected, RunEvents run, Findings findings) {
    ExpectedEvent.EventDeadline deadline = expected.deadline();
    TimedEvent seen = run.first(expected.name()).orElse(null);
    if (deadline == null || seen == null) {
      return;
    }
    TimeLimit limit = TimeLimit.of(deadline.within());
    if (deadline.after() == null) {
      late(limit, "the question", run.sentNanos(), seen, findings);
    } else {
      run.first(deadline.after())
          .ifPresent(from -> late(limit, from.name(), from.nanos(), seen, findings, from.frame()));
    }
  }

  private void late(
      TimeLimit limit, String after, long from, TimedEvent end, Findings findings, int... frames) {
    Duration taken = outage.connectedTime(from, end.nanos());
    Deadline due = Deadline.after(end.nanos() - taken.toNanos(), limit.softLimit(), stalls);
    if (due.passed(end.nanos())) {
      String allowed = DurationText.of(limit.softLimit());
      findings
          .of(LATE_EVENT, end)
          .frames(frames)
          .doubtful(due.doubtful(end.nanos()))
          .contrast(end.name() + " within " + allowed + " of " + after, DurationText.of(taken))
          .says(
              "%s came late: %s after %s, where %s are allowed",
              end.name(), DurationText.of(taken), after, allowed);
    }
  }

  void burst(RunEvents run, TimedEvent terminal, Findings findings) {
    Duration minSpread = expectations.contract().fabricationSigns().minSpread();
    TimedEvent first = run.events().getFirst();
    Duration spread = Duration.ofNanos(terminal.nanos() - first.nanos());
    Duration stalled = stalls.within(run.sentNanos(), terminal.nanos());
    if (run.events().size() > 1 && spread.plus(stalled).compareTo(minSpread) < 0) {
      String ends = first.name() + " to " + terminal.name();
      findings
          .of(LATE_EVENT, terminal)
          .frames(first.frame())
          .expected("at least %s from %s".formatted(DurationText.of(minSpread), ends))
          .seen(DurationText.of(spread))
          .says(
              "Nothing was streamed: all %d events from %s came in one burst of %s, %s after the question",
              run.events().size(),
              ends,
              DurationText.of(spread),
              DurationText.between(run.sentNanos(), first.nanos()));
    }
  }

  /** Expects to be called when the answer has been judged. */
  void answer(RunEvents run, TimedEvent terminal, Findings findings) {
    TimeLimit limit = expectations.limits().answer();
    Duration total = outage.connectedTime(run.sentNanos(), terminal.nanos());
    long end = terminal.nanos();
    Optional<Deadline> soft = limit.slow(end - total.toNanos(), end, stalls);
    if (soft.isPresent() && !findings.failed(Step.ANSWER)) {
      String allowed = DurationText.of(limit.softLimit());
      String taken = DurationText.of(total);
      findings
          .of(TOO_SLOW, terminal)
          .in(Step.ANSWER)
          .doubtful(soft.get().doubtful(end))
          .contrast("an answer within " + allowed, taken)
          .says(
              "The answer is right, but came late: %s after the question, where %s are allowed",
              taken, allowed);
    }
  }
}
