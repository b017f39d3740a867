package io.goldenpath.contract.rules;

import io.goldenpath.contract.stream.RunEvents;
import io.goldenpath.contract.stream.TimedEvent;
import io.goldenpath.model.finding.Findings;

/** Rule about the end of a run, which says nothing of one without a terminal event. */
interface TerminalRule extends Rule {

  void judge(RunEvents run, TimedEvent terminal, Findings findings);

  @Override
  default void judge(RunEvents run, Findings findings) {
    run.terminal().ifPresent(terminal -> judge(run, terminal, findings));
  }
}
