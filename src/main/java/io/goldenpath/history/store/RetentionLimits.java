package io.goldenpath.history.store;

import java.time.Duration;

/**
 * How long what is stored stays.
 *
 * @param bytes Most that runs and transcripts may take.
 */
public record RetentionLimits(
    Duration runs, Duration transcripts, long bytes, Duration aggregates) {}
