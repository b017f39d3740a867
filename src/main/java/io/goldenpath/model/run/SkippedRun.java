package io.goldenpath.model.run;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A run that was due and did not take place.
 *
 * @param why A clause for a person, with the keys that change it.
 * @param nextTry When the next is due that may take place; null where the probe runs on demand.
 */
public record SkippedRun(SkipReason reason, String why, @Nullable Instant nextTry) {}
