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
record PairRule(Contract contract, ForeignEvents foreign) implements Rule {

  @Override
  public void judge(RunEvents run, Findings findings) {
    for (EventPair pair : contract.flow().allPairs()) {
      PairMatcher pairs = new PairMatcher(pair);
      run.all().forEach(pairs::add);
      pairs.swapped().forEach(both -> OrderRule.swapped(both.opened(), both.closed(), findings));
      for (TimedEvent unopened : pairs.unopened()) {
        if (!foreign.suppress(pair, unopened.pairKey())) {
          reportUnopened(pair, unopened, findings);
        }
      }
      run.terminal().ifPresent(terminal -> reportUnclosed(pairs, terminal, findings));
    }
  }

  private void reportUnclosed(PairMatcher pairs, TimedEvent terminal, Findings findings) {
    for (TimedEvent open : pairs.open()) {
      if (!foreign.suppress(pairs.pair(), open.pairKey())) {
        findings.add(
            UNPAIRED_TOOL,
            Step.EVENTS,
            terminal.nanos(),
            new FindingText(
                pairs.pair().closes() + " of " + subject(open),
                pairs.pair().opens() + " alone",
                "%s was announced (%s), but its end was never reported (no %s)"
                    .formatted(named(open), pairs.pair().opens(), pairs.pair().closes())),
            open.frame());
      }
    }
  }

  private static void reportUnopened(EventPair pair, TimedEvent unopened, Findings findings) {
    findings.add(
        UNPAIRED_TOOL,
        Step.EVENTS,
        unopened.nanos(),
        new FindingText(
            pair.opens() + " of " + subject(unopened),
            pair.closes() + " alone",
            "%s was reported as completed (%s), but was never announced (no %s)"
                .formatted(named(unopened), pair.closes(), pair.opens())),
        unopened.frame());
  }

  private static String named(TimedEvent event) {
    return event.event().tool() == null ? event.name() : "The tool " + subject(event);
  }

  private static String subject(TimedEvent event) {
    String tool = event.event().tool();
    return tool == null ? event.name() : FindingText.excerpt(tool);
  }
}
