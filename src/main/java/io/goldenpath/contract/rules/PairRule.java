package io.goldenpath.contract.rules;

import static io.goldenpath.model.finding.FindingKind.UNPAIRED_TOOL;

import io.goldenpath.contract.definition.Contract;
import io.goldenpath.contract.definition.EventPair;
import io.goldenpath.contract.stream.ForeignEvents;
import io.goldenpath.contract.stream.PairMatcher;
import io.goldenpath.contract.stream.RunEvents;
import io.goldenpath.contract.stream.TimedEvent;
import io.goldenpath.model.finding.FindingText;
import io.goldenpath.model.finding.Findings;
import io.goldenpath.model.finding.Step;

/** Was everything announced that was completed, and completed that was announced, in that order? */
record PairRule(Contract contract, ForeignEvents foreignEvents) implements Rule {

  @Override
  public void judge(RunEvents run, Findings findings) {
    for (EventPair eventPair : contract.flow().allPairs()) {
      PairMatcher pairMatcher = new PairMatcher(eventPair);
      run.all().forEach(pairMatcher::add);
      pairMatcher
          .swapped()
          .forEach(both -> OrderRule.swapped(both.opened(), both.closed(), findings));
      for (TimedEvent unopened : pairMatcher.unopened()) {
        if (!foreignEvents.suppress(eventPair, unopened.pairKey())) {
          reportUnopened(eventPair, unopened, findings);
        }
      }
      run.terminal().ifPresent(terminal -> reportUnclosed(pairMatcher, terminal, findings));
    }
  }

  private void reportUnclosed(PairMatcher pairMatcher, TimedEvent terminal, Findings findings) {
    for (TimedEvent open : pairMatcher.open()) {
      if (!foreignEvents.suppress(pairMatcher.eventPair(), open.pairKey())) {
        findings.add(
            UNPAIRED_TOOL,
            Step.EVENTS,
            terminal.nanos(),
            new FindingText(
                pairMatcher.eventPair().closes() + " of " + subject(open),
                pairMatcher.eventPair().opens() + " alone",
                "%s was announced (%s), but its end was never reported (no %s)"
                    .formatted(
                        named(open),
                        pairMatcher.eventPair().opens(),
                        pairMatcher.eventPair().closes())),
            open.frame());
      }
    }
  }

  private static void reportUnopened(EventPair eventPair, TimedEvent unopened, Findings findings) {
    findings.add(
        UNPAIRED_TOOL,
        Step.EVENTS,
        unopened.nanos(),
        new FindingText(
            eventPair.opens() + " of " + subject(unopened),
            eventPair.closes() + " alone",
            "%s was reported as completed (%s), but was never announced (no %s)"
                .formatted(named(unopened), eventPair.closes(), eventPair.opens())),
        unopened.frame());
  }

  private static String named(TimedEvent timedEvent) {
    return timedEvent.event().tool() == null
        ? timedEvent.name()
        : "The tool " + subject(timedEvent);
  }

  private static String subject(TimedEvent timedEvent) {
    String tool = timedEvent.event().tool();
    return tool == null ? timedEvent.name() : FindingText.excerpt(tool);
  }
}
