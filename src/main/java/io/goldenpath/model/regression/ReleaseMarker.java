package io.goldenpath.model.regression;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A target's change of release.
 *
 * @param link A page about it, for people; null where none was given.
 */
public record ReleaseMarker(String target, String release, Instant at, @Nullable URI link) {}
