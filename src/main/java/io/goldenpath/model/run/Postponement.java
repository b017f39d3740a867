package io.goldenpath.model.run;

import java.time.Duration;

/**
 * Why a run must not begin yet.
 *
 * @param why A clause for a person, with the keys that change it.
 * @param retryAfter How long until it may begin.
 */
public record Postponement(SkipReason reason, String why, Duration retryAfter) {}
