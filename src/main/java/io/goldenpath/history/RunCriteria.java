package io.goldenpath.history;

import io.goldenpath.history.store.RunFilter.Cursor;
import io.goldenpath.model.probe.JourneyKind;
import io.goldenpath.model.probe.ProbeId;
import io.goldenpath.model.run.Outcome;
import io.goldenpath.model.run.Run;
import io.goldenpath.model.run.RunInfo;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which runs are looked for; what is null does not matter.
 *
 * @param finding One that they have; those that passed are left out unless the outcome asks for
 *     them.
 * @param since They began then or later.
 * @param before They come after it in the list.
 */
public record RunCriteria(
    @Nullable String target,
    @Nullable JourneyKind journey,
    @Nullable Outcome outcome,
    FindingCriteria finding,
    @Nullable Instant since,
    @Nullable Cursor before) {

  public RunCriteria(
      @Nullable String target,
      @Nullable JourneyKind journey,
      @Nullable Outcome outcome,
      @Nullable Cursor before) {
    this(target, journey, outcome, FindingCriteria.ANY, null, before);
  }

  /** The next page of the same list. */
  RunCriteria from(Cursor place) {
    return new RunCriteria(target, journey, outcome, finding, since, place);
  }

  public boolean match(Run run) {
    Set<Outcome> wanted = outcomes();
    return match(run.probe())
        && matchTime(run.info())
        && (wanted == null || wanted.contains(run.outcome()))
        && finding.match(run);
  }

  /** Nothing has been found in it yet. */
  public boolean matchInFlight(RunInfo run) {
    return match(run.probe()) && matchTime(run) && outcome == null && finding.any();
  }

  boolean match(ProbeId probe) {
    return (target == null || target.equals(probe.target()))
        && (journey == null || journey == probe.journey());
  }

  boolean ofAllProbes() {
    return target == null && journey == null;
  }

  /** Null for any. */
  @Nullable Set<Outcome> outcomes() {
    if (outcome != null) {
      return Set.of(outcome);
    }
    return finding.any() ? null : EnumSet.complementOf(EnumSet.of(Outcome.PASSED));
  }

  private boolean matchTime(RunInfo run) {
    return (since == null || !run.startedAt().isBefore(since))
        && (before == null || before.isBefore(run.startedAt(), run.id()));
  }
}
