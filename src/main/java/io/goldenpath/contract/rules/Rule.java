package io.goldenpath.contract.rules;

import io.goldenpath.contract.stream.RunEvents;
import io.goldenpath.model.finding.Findings;

/** Rule that a run is held against once it is over. */
interface Rule {

  void judge(RunEvents run, Findings findings);
}
