package io.goldenpath.settings.keys;

import org.jspecify.annotations.Nullable;

/**
 * What a run's page links to.
 *
 * @param trace Address of its trace, in which {trace} stands for the id; without it, no link.
 */
public record LinksProperties(@Nullable String trace) {}
