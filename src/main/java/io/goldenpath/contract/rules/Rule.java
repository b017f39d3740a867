package io.goldenpath.contract.rules;

import io.goldenpath.contract.stream.RunEvents;
import io.goldenpath.model.finding.Findings;

/** One promise about a run, held against its course once the run is over. */
interface Rule {

  void judge(RunEvents run, Findings findings);
}
