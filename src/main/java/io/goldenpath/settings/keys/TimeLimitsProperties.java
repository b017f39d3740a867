package io.goldenpath.settings.keys;

import org.jspecify.annotations.Nullable;

/**
 * How long each step may take.
 *
 * @param login From the login's request to the token.
 * @param connect DNS, TCP, TLS and upgrade together.
 * @param welcome From the upgrade to the ready frame.
 * @param firstEvent From the message to the first agent event.
 * @param gap Between two events of the run.
 * @param tool From an announced to a completed tool.
 * @param answer From the message to the terminal event.
 * @param reconnect From a lost connection to the next ready frame.
 */
public record TimeLimitsProperties(
    @Nullable TimeLimitProperties login,
    @Nullable TimeLimitProperties connect,
    @Nullable TimeLimitProperties welcome,
    @Nullable TimeLimitProperties firstEvent,
    @Nullable TimeLimitProperties gap,
    @Nullable TimeLimitProperties tool,
    @Nullable TimeLimitProperties answer,
    @Nullable TimeLimitProperties reconnect) {}
