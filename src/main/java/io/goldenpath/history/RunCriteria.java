package io.goldenpath.history;

import io.goldenpath.history.store.RunFilter.Cursor;
import io.goldenpath.model.probe.JourneyKind;
import io.goldenpath.model.probe.ProbeId;
import io.goldenpath.model.run.Outcome;
import io.goldenpath.model.run.RunInfo;
import org.jspecify.annotations.Nullable;

/**
 * Which runs are looked for; what is null does not matter.
 *
 * @param before They come after it in the list.
 */
public record RunCriteria(
    @Nullable String target,
    @Nullable JourneyKind journey,
    @Nullable Outcome outcome,
    @Nullable Cursor before) {

  /** Takes null for the outcome of a run in flight. */
  public boolean match(RunInfo run, @Nullable Outcome ended) {
    return match(run.probe())
        && (outcome == null || outcome == ended)
        && (before == null || before.isBefore(run.startedAt(), run.id()));
  }

  boolean match(ProbeId probe) {
    return (target == null || target.equals(probe.target()))
        && (journey == null || journey == probe.journey());
  }

  boolean ofAllProbes() {
    return target == null && journey == null;
  }
}
