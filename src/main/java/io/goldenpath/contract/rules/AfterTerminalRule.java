package io.goldenpath.contract.rules;

import static io.goldenpath.model.finding.FindingKind.AFTER_TERMINAL;
import static io.goldenpath.model.finding.FindingKind.DUPLICATE_EVENT;

import io.goldenpath.contract.definition.Contract;
import io.goldenpath.contract.stream.RunEvents;
import io.goldenpath.contract.stream.TimedEvent;
import io.goldenpath.model.finding.FindingDraft;
import io.goldenpath.model.finding.Findings;
import io.goldenpath.model.time.DurationText;
import java.time.Duration;

/** Reports events after the terminal one. */
record AfterTerminalRule(Contract contract, Duration listen) implements TerminalRule {

  @Override
  public void judge(RunEvents run, TimedEvent terminal, Findings findings) {
    run.afterTerminal().stream()
        .filter(late -> late.nanos() - terminal.nanos() <= listen.toNanos())
        .filter(late -> contract.knows(late.name()))
        .forEach(late -> report(run, terminal, late, findings));
  }

  private static void report(
      RunEvents run, TimedEvent terminal, TimedEvent late, Findings findings) {
    boolean again = run.isTerminal(late);
    String name = late.name();
    String after = DurationText.between(terminal.nanos(), late.nanos());
    FindingDraft draft =
        findings.of(again ? DUPLICATE_EVENT : AFTER_TERMINAL).at(late).frames(terminal.frame());
    if (again) {
      draft
          .expected("one " + name)
          .seen("a second")
          .says("The run ended twice: a second, different %s came %s after the first", name, after);
    } else {
      draft
          .expected("nothing after " + terminal.name())
          .seen(name)
          .says("%s came %s after the run had ended with %s", name, after, terminal.name());
    }
  }
}
