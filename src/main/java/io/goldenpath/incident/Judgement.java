package io.goldenpath.incident;

import io.goldenpath.model.run.Verdict;
import io.goldenpath.verdict.ProbeState;
import java.time.Instant;

/**
 * What is believed after a run.
 *
 * @param since When that verdict began.
 * @param counted How many of the last runs it may rest on.
 */
record Judgement(Verdict verdict, Instant since, int counted) {

  static Judgement of(ProbeState state) {
    return new Judgement(state.verdict(), state.since(), state.countedVotes().size());
  }

  boolean outage() {
    return verdict.compareTo(Verdict.UNKNOWN) < 0;
  }
}
