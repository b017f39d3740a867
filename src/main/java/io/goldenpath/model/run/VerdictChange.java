package io.goldenpath.model.run;

import io.goldenpath.model.probe.ProbeId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A change of a probe's verdict.
 *
 * @param lastRun Id of the run that it rests on; null before the first.
 */
public record VerdictChange(
    ProbeId probe,
    Verdict before,
    Verdict after,
    Instant since,
    String reason,
    @Nullable String lastRun) {}
