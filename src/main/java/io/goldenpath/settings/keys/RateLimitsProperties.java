package io.goldenpath.settings.keys;

import org.jspecify.annotations.Nullable;

/**
 * What a target is not asked to bear.
 *
 * @param logins Logins of one user in ten minutes.
 * @param connects New sockets in a minute.
 */
public record RateLimitsProperties(@Nullable Integer logins, @Nullable Integer connects) {}
