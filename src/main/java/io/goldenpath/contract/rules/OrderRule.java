package io.goldenpath.contract.rules;

import static io.goldenpath.model.finding.FindingKind.OUT_OF_ORDER;

import io.goldenpath.contract.definition.Contract;
import io.goldenpath.contract.definition.EventOrder;
import io.goldenpath.contract.stream.RunEvents;
import io.goldenpath.contract.stream.TimedEvent;
import io.goldenpath.model.finding.Findings;
import io.goldenpath.model.time.DurationText;

/** Reports events whose first arrivals break the contract's order. */
record OrderRule(Contract contract) implements Rule {

  @Override
  public void judge(RunEvents run, Findings findings) {
    for (EventOrder.Precedence precedence : contract.flow().order().precedences(run.names())) {
      TimedEvent before = run.first(precedence.before()).orElseThrow();
      TimedEvent after = run.first(precedence.after()).orElseThrow();
      if (before.frame() > after.frame() && !judgedElsewhere(precedence)) {
        swapped(before, after, findings);
      }
    }
  }

  static void swapped(TimedEvent before, TimedEvent after, Findings findings) {
    String lead = DurationText.between(after.nanos(), before.nanos());
    findings
        .of(OUT_OF_ORDER)
        .at(before)
        .frames(after.frame())
        .expected(before.name() + " before " + after.name())
        .seen(after.name() + " first, by " + lead)
        .says("Wrong order: %s came %s before %s", after.name(), lead, before.name());
  }

  /** {@link PairRule} and {@link AfterTerminalRule} report these. */
  private boolean judgedElsewhere(EventOrder.Precedence precedence) {
    return precedence.after().equals(contract.flow().terminal())
        || contract.flow().allPairs().stream()
            .anyMatch(pair ->
                pair.opens().equals(precedence.before())
                    && pair.closes().equals(precedence.after()));
  }
}
