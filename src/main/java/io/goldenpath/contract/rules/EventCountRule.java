package io.goldenpath.contract.rules;

import static io.goldenpath.model.finding.FindingKind.MISSING_EVENT;
import static io.goldenpath.model.finding.FindingKind.UNEXPECTED_EVENT;

import io.goldenpath.contract.definition.Contract;
import io.goldenpath.contract.definition.ExpectedEvent;
import io.goldenpath.contract.stream.ForeignEvents;
import io.goldenpath.contract.stream.RunEvents;
import io.goldenpath.contract.stream.TimedEvent;
import io.goldenpath.model.finding.FindingText;
import io.goldenpath.model.finding.Findings;
import io.goldenpath.model.finding.Step;
import io.goldenpath.model.probe.ToolUse;
import java.util.stream.Collectors;

/**
 * Did every event come as often as it must, and no more often? In a run that was cut short only
 * those are missing that should have come before one that did.
 */
record EventCountRule(Contract contract, ToolUse toolUse, ForeignEvents foreign) implements Rule {

  @Override
  public void judge(RunEvents run, Findings findings) {
    if (run.last().isEmpty()) {
      return;
    }
    for (ExpectedEvent expectedEvent : contract.events()) {
      int least = contract.minCount(expectedEvent.name(), toolUse);
      int count = run.count(expectedEvent.name());
      if (count < least && isDue(expectedEvent.name(), count, run)) {
        missing(expectedEvent.name(), least, count, run, findings);
      } else if (count > expectedEvent.count().max()) {
        tooOften(expectedEvent, count, run, findings);
      }
    }
  }

  private boolean isDue(String name, int count, RunEvents run) {
    if (foreign.suppress(name)) {
      return false;
    }
    return run.terminal().isPresent()
        || (count == 0
            && run.names().stream().anyMatch(seen -> contract.flow().order().before(name, seen)));
  }

  private static void missing(String name, int least, int count, RunEvents run, Findings findings) {
    TimedEvent end = run.terminal().or(run::last).orElseThrow();
    String names = names(run);
    String message =
        count > 0
            ? "%s came %d times, where %d are due: the run had %s"
                .formatted(name, count, least, names)
            : "%s never came: the run %s after %s with %s"
                .formatted(
                    name,
                    run.terminal().isPresent() ? "ended" : "stopped",
                    FindingText.since(run.sentNanos(), end.nanos()),
                    names);
    String expected = least > 1 ? name + ", " + least + " times" : name;
    findings.add(
        MISSING_EVENT,
        Step.EVENTS,
        end.nanos(),
        new FindingText(expected, names, message),
        end.frame());
  }

  private static void tooOften(
      ExpectedEvent expectedEvent, int count, RunEvents run, Findings findings) {
    int max = expectedEvent.count().max();
    TimedEvent over =
        run.all()
            .filter(event -> event.name().equals(expectedEvent.name()))
            .skip(max)
            .findFirst()
            .orElseThrow();
    findings.add(
        UNEXPECTED_EVENT,
        Step.EVENTS,
        over.nanos(),
        new FindingText(
            expectedEvent.name() + ", " + max + " times at most",
            count + " times",
            "%s came %d times, where the contract allows %d"
                .formatted(expectedEvent.name(), count, max)),
        over.frame());
  }

  private static String names(RunEvents run) {
    return run.all().map(TimedEvent::name).distinct().limit(12).collect(Collectors.joining(", "));
  }
}
