package io.goldenpath.history.store;

import io.goldenpath.model.probe.ProbeId;
import io.goldenpath.model.run.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * Which runs are asked for.
 *
 * @param probe Null for those of all probes.
 * @param outcome Null for any.
 * @param before Only runs that come after it in the list; null for the newest.
 */
public record RunFilter(
    @Nullable ProbeId probe, @Nullable Outcome outcome, @Nullable RunCursor before, int limit) {}
