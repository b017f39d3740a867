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

  private static final String BUFFERING = "a proxy that buffers the stream";
  private static final Duration BURST = Duration.ofMillis(50);
  private static final int HELD_BACK = 3;

  /** What an event follows, and how soon it should; in frame 0 where that is no frame. */
  private record Wait(TimeLimit limit, String after, long from, int frame) {

    static Wait after(TimedEvent event, TimeLimit limit) {
      return new Wait(limit, event.name(), event.nanos(), event.frame());
    }
  }

  void events(RunEvents run, Findings findings) {
    List<TimedEvent> arrivals = run.arrivals();
    PairMatcher tools = new PairMatcher(expectations.contract().flow().tools());
    TimeLimits limits = expectations.limits();
    for (int i = 0; i < arrivals.size(); i++) {
      TimedEvent event = arrivals.get(i);
      if (i == 0) {
        Wait question = new Wait(limits.firstEvent(), "the question", run.sentNanos(), 0);
        late(run, question, event, findings);
      } else if (tools.oldestOpen().isEmpty()) {
        TimedEvent last = arrivals.get(i - 1);
        late(run, Wait.after(last, limits.gap()), event, findings);
      }
      tools.add(event);
    }
    for (PairMatcher.MatchedPair tool : tools.closed()) {
      TimedEvent opened = tool.opened();
      String what = opened.name() + " of " + opened.event().tool();
      Wait open = new Wait(limits.tool(), what, opened.nanos(), opened.frame());
      late(run, open, tool.closed(), findings);
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
      late(run, new Wait(limit, "the question", run.sentNanos(), 0), seen, findings);
    } else {
      run.first(deadline.after())
          .ifPresent(from -> late(run, Wait.after(from, limit), seen, findings));
    }
  }

  private void late(RunEvents run, Wait wait, TimedEvent end, Findings findings) {
    Duration taken = outage.connectedTime(wait.from(), end.nanos());
    Deadline due = Deadline.after(end.nanos() - taken.toNanos(), wait.limit().softLimit(), stalls);
    if (due.passed(end.nanos())) {
      String allowed = DurationText.of(wait.limit().softLimit());
      findings
          .of(LATE_EVENT, end)
          .frames(wait.frame())
          .doubtful(due.doubtful(end.nanos()))
          .contrast(
              end.name() + " within " + allowed + " of " + wait.after(), DurationText.of(taken))
          .says(
              "%s came late: %s after %s, where %s are allowed%s",
              end.name(), DurationText.of(taken), wait.after(), allowed, heldBack(run, end));
    }
  }

  /** Where the whole rest of the run came with it, the platform may well have been on time. */
  private static String heldBack(RunEvents run, TimedEvent late) {
    List<TimedEvent> rest =
        run.arrivals().stream().filter(event -> event.nanos() >= late.nanos()).toList();
    if (run.terminal().isEmpty() || rest.size() < HELD_BACK) {
      return "";
    }
    TimedEvent last = rest.getLast();
    Duration spread = Duration.ofNanos(last.nanos() - late.nanos());
    return spread.compareTo(BURST) > 0
        ? ""
        : "; %d events to %s came in one burst of %s with it, as from %s"
            .formatted(rest.size(), last.name(), DurationText.of(spread), BUFFERING);
  }

  void burst(RunEvents run, TimedEvent terminal, Findings findings) {
    Duration minSpread = expectations.contract().fabricationSigns().minSpread();
    TimedEvent first = run.arrivals().getFirst();
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
              "Nothing was streamed: all %d events from %s came in one burst of %s, %s after the question, as from %s",
              run.events().size(),
              ends,
              DurationText.of(spread),
              DurationText.between(run.sentNanos(), first.nanos()),
              BUFFERING);
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
