package io.goldenpath.contract.rules;

import static io.goldenpath.model.finding.FindingKind.MISSING_EVENT;
import static io.goldenpath.model.finding.FindingKind.UNEXPECTED_EVENT;

import io.goldenpath.contract.definition.Contract;
import io.goldenpath.contract.definition.ExpectedEvent;
import io.goldenpath.contract.stream.ForeignEvents;
import io.goldenpath.contract.stream.RunEvents;
import io.goldenpath.contract.stream.TimedEvent;
import io.goldenpath.model.finding.FindingDraft;
import io.goldenpath.model.finding.Findings;
import io.goldenpath.model.probe.ToolUse;
import io.goldenpath.model.time.DurationText;
import java.util.stream.Collectors;

/**
 * Reports events that came too seldom or too often. In a run that was cut short, only those count
 * as missing that precede one that came.
 */
record EventCountRule(Contract contract, ToolUse toolUse, ForeignEvents foreign) implements Rule {

  private static final int NAMED = 12;

  @Override
  public void judge(RunEvents run, Findings findings) {
    if (run.last().isEmpty()) {
      return;
    }
    for (ExpectedEvent expectedEvent : contract.events()) {
      int least = contract.minCount(expectedEvent.name(), toolUse);
      long count = run.count(expectedEvent.name());
      if (count < least && isDue(expectedEvent.name(), count, run)) {
        missing(expectedEvent.name(), least, count, run, findings);
      } else if (count > expectedEvent.count().max()) {
        tooOften(expectedEvent, count, run, findings);
      }
    }
  }

  private boolean isDue(String name, long count, RunEvents run) {
    if (foreign.suppresses(name)) {
      return false;
    }
    return run.terminal().filter(end -> !saysItFailed(end)).isPresent()
        || (count == 0
            && run.names().stream().anyMatch(seen -> contract.flow().order().before(name, seen)));
  }

  /** The dialect says that the run failed, which cuts it short like an error frame. */
  private static boolean saysItFailed(TimedEvent terminal) {
    return terminal.end() && terminal.event().body().failed();
  }

  private static void missing(String name, int min, long count, RunEvents run, Findings findings) {
    TimedEvent end = run.terminal().or(run::last).orElseThrow();
    String names =
        run.all().map(TimedEvent::name).distinct().limit(NAMED).collect(Collectors.joining(", "));
    FindingDraft draft =
        findings
            .of(MISSING_EVENT, end)
            .about(name)
            .expected(min > 1 ? name + ", " + min + " times" : name)
            .seen(names);
    if (count > 0) {
      draft.says("%s came %d times, where %d are due: the run had %s", name, count, min, names);
    } else {
      draft.says(
          "%s never came: the run %s after %s with %s",
          name,
          run.terminal().isPresent() ? "ended" : "stopped",
          DurationText.between(run.sentNanos(), end.nanos()),
          names);
    }
  }

  private static void tooOften(ExpectedEvent due, long count, RunEvents run, Findings findings) {
    int max = due.count().max();
    run.all()
        .filter(event -> event.name().equals(due.name()))
        .skip(max)
        .findFirst()
        .ifPresent(over ->
            findings
                .of(UNEXPECTED_EVENT, over)
                .contrast(over.name() + ", " + max + " times at most", count + " times")
                .says("%s came %d times, where the contract allows %d", over.name(), count, max));
  }
}
