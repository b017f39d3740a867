package io.goldenpath.contract.rules;

import static io.goldenpath.model.finding.FindingKind.UNPAIRED_TOOL;

import io.goldenpath.contract.definition.Contract;
import io.goldenpath.contract.definition.EventPair;
import io.goldenpath.contract.stream.ForeignEvents;
import io.goldenpath.contract.stream.PairMatcher;
import io.goldenpath.contract.stream.RunEvents;
import io.goldenpath.contract.stream.TimedEvent;
import io.goldenpath.model.finding.Excerpt;
import io.goldenpath.model.finding.FindingDraft;
import io.goldenpath.model.finding.Findings;
import java.util.Optional;

/** Reports events of a pair that lack the other one, or came before it. */
record PairRule(Contract contract, ForeignEvents foreign) implements Rule {

  @Override
  public void judge(RunEvents run, Findings findings) {
    for (EventPair pair : contract.flow().allPairs()) {
      PairMatcher pairs = new PairMatcher(pair);
      run.all().forEach(pairs::add);
      pairs.swapped().forEach(both -> OrderRule.swapped(both.opened(), both.closed(), findings));
      for (TimedEvent unopened : pairs.unopened()) {
        unpaired(unopened, pair, pair.opens(), unopened.nanos(), findings)
            .ifPresent(draft ->
                draft.says(
                    "%s was reported as completed (%s), but was never announced (no %s)",
                    named(unopened), pair.closes(), pair.opens()));
      }
      run.terminal().ifPresent(terminal -> reportUnclosed(pairs, terminal, findings));
    }
  }

  private void reportUnclosed(PairMatcher pairs, TimedEvent terminal, Findings findings) {
    EventPair pair = pairs.pair();
    for (TimedEvent open : pairs.open()) {
      unpaired(open, pair, pair.closes(), terminal.nanos(), findings)
          .ifPresent(draft ->
              draft.says(
                  "%s was announced (%s), but its end was never reported (no %s)",
                  named(open), pair.opens(), pair.closes()));
    }
  }

  private Optional<FindingDraft> unpaired(
      TimedEvent event, EventPair pair, String missing, long nanos, Findings findings) {
    return foreign.suppresses(pair, event.pairKey())
        ? Optional.empty()
        : Optional.of(
            findings
                .of(UNPAIRED_TOOL)
                .at(nanos)
                .frames(event.frame())
                .about(missing)
                .expected(missing + " of " + subject(event))
                .seen(event.name() + " only"));
  }

  private static String named(TimedEvent event) {
    return event.event().tool() == null ? event.name() : "The tool " + subject(event);
  }

  private static String subject(TimedEvent event) {
    String tool = event.event().tool();
    return tool == null ? event.name() : Excerpt.of(tool);
  }
}
