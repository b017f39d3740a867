package io.goldenpath.contract.rules;

import static io.goldenpath.model.finding.FindingKind.AFTER_TERMINAL;
import static io.goldenpath.model.finding.FindingKind.DUPLICATE_EVENT;

import io.goldenpath.contract.definition.Contract;
import io.goldenpath.contract.stream.RunEvents;
import io.goldenpath.contract.stream.TimedEvent;
import io.goldenpath.model.finding.FindingText;
import io.goldenpath.model.finding.Findings;
import io.goldenpath.model.finding.Step;
import java.time.Duration;

/** Was the run over when it said so? */
record AfterTerminalRule(Contract contract, Duration listen) implements Rule {

  @Override
  public void judge(RunEvents run, Findings findings) {
    run.terminal()
        .ifPresent(terminal ->
            run.afterTerminal().stream()
                .filter(late -> late.nanos() - terminal.nanos() <= listen.toNanos())
                .filter(late -> contract.knows(late.name()))
                .forEach(late -> late(run, terminal, late, findings)));
  }

  private static void late(RunEvents run, TimedEvent terminal, TimedEvent late, Findings findings) {
    String after = FindingText.since(terminal.nanos(), late.nanos());
    if (run.isTerminal(late)) {
      findings.add(
          DUPLICATE_EVENT,
          Step.EVENTS,
          late.nanos(),
          new FindingText(
              "one " + late.name(),
              "a second",
              "The run ended twice: a second, different %s came %s after the first"
                  .formatted(late.name(), after)),
          terminal.frame(),
          late.frame());
    } else {
      findings.add(
          AFTER_TERMINAL,
          Step.EVENTS,
          late.nanos(),
          new FindingText(
              "nothing after " + terminal.name(),
              late.name(),
              "%s came %s after the run had ended with %s"
                  .formatted(late.name(), after, terminal.name())),
          terminal.frame(),
          late.frame());
    }
  }
}
