package io.goldenpath.verdict;

import java.time.Instant;

/** A target that the settings no longer name, since when nobody watches it. */
public record RemovedTarget(String name, Instant at) {}
