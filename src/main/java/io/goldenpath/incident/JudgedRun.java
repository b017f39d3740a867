package io.goldenpath.incident;

import io.goldenpath.model.regression.Regression;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.Verdict;
import io.goldenpath.verdict.Cause;
import io.goldenpath.verdict.ProbeState;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one run says of its probe.
 *
 * @param vote For which verdict it speaks.
 * @param causes Why it is bad, also where it is so for regressions alone.
 * @param maintenance Why its probe was in maintenance; null where it was not.
 */
public record JudgedRun(
    String id,
    Instant startedAt,
    Instant endedAt,
    Verdict vote,
    List<IncidentCause> causes,
    @Nullable String maintenance) {

  public JudgedRun {
    causes = List.copyOf(causes);
  }

  /** The run after which the probe is in this state, with these regressions open. */
  static JudgedRun of(Run run, ProbeState state, List<Regression> open) {
    Verdict vote = state.countedVotes().getLast();
    Cause cause = vote == Verdict.UP ? null : state.cause();
    return new JudgedRun(
        run.id(),
        run.info().startedAt(),
        run.endedAt(),
        vote,
        Stream.concat(
                Stream.ofNullable(cause).map(found -> IncidentCause.of(found.finding(), run)),
                open.stream().map(IncidentCause::of))
            .toList(),
        run.maintenance());
  }

  boolean bad() {
    return votesAgainst() || !causes.isEmpty();
  }

  boolean votesAgainst() {
    return vote.compareTo(Verdict.UP) < 0;
  }

  /** What is wrong for a regression alone began with the first run that showed it. */
  Instant began() {
    return votesAgainst() ? startedAt : causes.getFirst().since();
  }

  String beganWith() {
    return votesAgainst() ? id : causes.getFirst().firstRun();
  }
}
