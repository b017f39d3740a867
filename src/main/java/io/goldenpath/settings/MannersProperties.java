package io.goldenpath.settings;

import org.jspecify.annotations.Nullable;

/**
 * What a target is not asked to bear.
 *
 * @param connects New sockets in a minute.
 */
record MannersProperties(@Nullable Integer connects) {}
