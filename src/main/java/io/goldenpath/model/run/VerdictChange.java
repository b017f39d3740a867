package io.goldenpath.model.run;

import io.goldenpath.model.probe.ProbeId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A change of a probe's verdict.
 *
 * @param probe Which probe.
 * @param before The verdict until now.
 * @param after The verdict from now on.
 * @param since Since when it holds.
 * @param reason One line for a person.
 * @param lastRun Id of the run that it rests on; null before the first.
 */
public record VerdictChange(
    ProbeId probe,
    Verdict before,
    Verdict after,
    Instant since,
    String reason,
    @Nullable String lastRun) {}
