package io.goldenpath.settings.keys;

import org.jspecify.annotations.Nullable;

/**
 * Rate limits of a target.
 *
 * @param logins Logins of one user in ten minutes.
 * @param connects New sockets in a minute.
 */
public record RateLimitsProperties(@Nullable Integer logins, @Nullable Integer connects) {}
