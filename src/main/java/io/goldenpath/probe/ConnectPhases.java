package io.goldenpath.probe;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The phases of a connect, each timed apart; null where the phase was not passed.
 *
 * @param dns Resolving the name.
 * @param tcp Opening the connection.
 * @param tls Handshake; null also on plain {@code ws}.
 * @param upgrade From the request to the 101.
 */
public record ConnectPhases(
    @Nullable Duration dns,
    @Nullable Duration tcp,
    @Nullable Duration tls,
    @Nullable Duration upgrade) {}
