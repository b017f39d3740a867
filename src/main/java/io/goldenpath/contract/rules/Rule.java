package io.goldenpath.contract.rules;

import io.goldenpath.contract.stream.RunEvents;
import io.goldenpath.contract.stream.TimedEvent;
import io.goldenpath.model.finding.Findings;

/** Rule that a run is held against once it is over. */
interface Rule {

  void judge(RunEvents run, Findings findings);

  /** Rule about the end of a run, which says nothing of one without a terminal event. */
  interface OfEnd extends Rule {

    void judge(RunEvents run, TimedEvent terminal, Findings findings);

    @Override
    default void judge(RunEvents run, Findings findings) {
      run.terminal().ifPresent(terminal -> judge(run, terminal, findings));
    }
  }
}
